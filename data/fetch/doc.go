// Package fetch speaks with networks: a connector for each brings mentions and,
// where the network allows it, takes replies. It is the only package that
// opens connections.
//
// Neighbours: it knows data alone. data/desk says when to fetch, labels what
// comes and stores it together with the cursor; data/secret keeps the keys.
//
// Rules: every request goes through a Client, which knows the limits, the
// proxy and the hosts that may be reached. A connector hands over a page at a
// time and the cursor that stands behind it, so that a kill never skips or
// doubles. Text is text: markup is taken out here, and nothing that a mention
// links to is fetched. An error says what the person can do about it; secrets
// are in no error, no cursor and no mention.
package fetch
