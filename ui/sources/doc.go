// Package sources is the screen on which networks are set up as sources of
// mentions: what each needs and costs, step by step, tried before it is stored;
// how each fares; and whether answers may leave by it.
//
// Neighbours: the desk fetches, keeps the keys and sends; the inbox shows what
// came. Rules: a key is typed once and never shown again. Being offline is no
// error. Nothing leaves the outbox by a source before the person said so.
package sources
