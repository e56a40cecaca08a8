// Starts Bluesky's own server on this machine with two accounts, prints how to
// reach it as a line of JSON, and runs until it is stopped.
import { TestNetworkNoAppView } from '@atproto/dev-env'

const network = await TestNetworkNoAppView.create({ dbPostgresSchema: 'vedetta' })
const agent = network.pds.getClient()

async function account(name) {
  const made = await agent.api.com.atproto.server.createAccount({
    handle: `${name}.test`, email: `${name}@example.test`, password: `password-of-${name}`,
  })
  return { did: made.data.did, handle: `${name}.test`, headers: { authorization: `Bearer ${made.data.accessJwt}` } }
}

const shop = await account('fornoaurora')
const guest = await account('annarossi')
const app = await agent.api.com.atproto.server.createAppPassword({ name: 'Vedetta' }, { headers: shop.headers, encoding: 'application/json' })
const post = await agent.api.com.atproto.repo.createRecord(
  {
    repo: guest.did, collection: 'app.bsky.feed.post',
    record: { $type: 'app.bsky.feed.post', text: 'Pane bruciato 🥖', createdAt: new Date().toISOString(), langs: ['it'] },
  },
  { headers: guest.headers, encoding: 'application/json' },
)
console.log(JSON.stringify({
  url: network.pds.url, handle: shop.handle, password: app.data.password,
  post: { uri: post.data.uri, cid: post.data.cid, author: guest.handle },
}))
