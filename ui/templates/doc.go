// Package templates is the screen on which the person keeps the texts that
// replies begin with: those that came with the program, as they are or worded
// anew, and their own.
//
// Neighbours: data/desk keeps the templates, fills them and counts the text;
// the profile of the business, which gives most variables their values, is in
// the settings.
//
// Rules: what is being written is stored when the person saves it or goes on
// to another template, never thrown away. Every change can be taken back. The
// preview is what a reply would begin with, for a mention made up for it; what
// has no value is left open there as it would be in a reply.
package templates
