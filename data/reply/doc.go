// Package reply makes texts for replies and says whether they fit: it fills
// the variables of templates and counts a text as each source counts it.
//
// Neighbours: data/desk gives it templates, mentions and the profile of the
// business; nothing here knows where they are kept.
//
// Rules: pure and quick, it runs while the person types. A name is used only
// when it surely is one: a greeting without a name is never wrong. Values are
// cleaned, since some come from strangers, and are never read as variables
// themselves. What is not known is left open and told, never made up. The
// limits of sources change often; each says where it comes from.
package reply
