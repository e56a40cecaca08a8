// Package secret keeps the keys of networks: in the keyring of the system, and
// where there is none in a file that a passphrase locks (age, scrypt).
//
// Neighbours: it knows data alone. data/desk puts keys in and takes them out
// for data/fetch.
//
// Rules: a key is never in the workspace, in a log, an export, a backup or the
// text of an error. The file is written whole to a name of its own and moved,
// so that a kill leaves the old or the new one.
package secret
