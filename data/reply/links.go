package reply

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// span is a part of a text in bytes.
type span struct{ from, to int }

// endings are the top-level domains, without which X takes nothing for an
// address: those that ICANN has delegated, by the Public Suffix List.
//
//go:embed tlds.txt
var endings string

var knownEndings = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	for _, ending := range strings.Fields(endings) {
		known[ending] = true
	}
	return known
})

const (
	pathRunes  = `\pL\pM\d!*';:=+,.$/%#\[\]\x{2013}_~@|&-`
	pathEnds   = `\pL\pM\d=_#/+-`
	longestURL = 4096
)

var (
	protocol = regexp.MustCompile(`(?i)^https?://`)
	host     = regexp.MustCompile(`(?i)(?:https?://)?[\pL\d](?:[\pL\pM\d_-]*[\pL\pM\d])?(?:\.[\pL\d](?:[\pL\pM\d_-]*[\pL\pM\d])?)+`)
	port     = regexp.MustCompile(`^:\d+`)
	query    = regexp.MustCompile(`(?i)^\?[a-z\d!?*'@();:&=+$/%#\[\]_.,~|-]*[a-z\d_&=#/-]`)
	// path ends in a letter, a digit or a closed pair of brackets.
	path = regexp.MustCompile(`^/(?:(?:[` + pathRunes + `]*(?:\([` + pathRunes + `]+\)[` + pathRunes + `]*)*(?:[` + pathEnds + `]|\([` + pathRunes + `]+\)))|(?:@[` + pathRunes + `]+/))?`)
	// ascii is the part of a host in which an address without a protocol may lie.
	ascii = regexp.MustCompile(`(?i)[a-z\d_\x{C0}-\x{24F}-]+(?:\.[a-z\d_\x{C0}-\x{24F}-]+)+`)
)

// findLinks finds the addresses in a text as X does (twitter-text's
// extractUrls): with a protocol, or a bare host that ends in a known domain.
func findLinks(text string) (found []span) {
	for at := 0; at < len(text); {
		next := host.FindStringIndex(text[at:])
		if next == nil {
			break
		}
		s := span{at + next[0], at + next[1]}
		before, _ := utf8.DecodeLastRuneInString(text[:s.from])
		link, ok := linkIn(text, s, before)
		if !ok {
			at = s.to
			continue
		}
		found = append(found, link)
		at = link.to
	}
	return found
}

// linkIn is the address that begins in a host.
func linkIn(text string, s span, before rune) (span, bool) {
	name := text[s.from:s.to]
	scheme := protocol.FindString(name)
	if s.from > 0 && barred(before) {
		return s, false
	}
	if scheme == "" {
		if strings.ContainsRune("-_./", before) && s.from > 0 {
			return s, false
		}
		part := ascii.FindStringIndex(name)
		if part == nil {
			return s, false
		}
		s.from, name = s.from+part[0], name[part[0]:part[1]]
		s.to = s.from + len(name)
	}
	length, ok := hostLength(name[len(scheme):])
	if !ok {
		return s, false
	}
	s.to = s.from + len(scheme) + length
	s.to += len(tail(text[s.to:]))
	return s, s.to-s.from <= longestURL
}

// barred are what an address cannot stand right behind.
func barred(r rune) bool {
	return unicode.IsLetter(r) && r < 0x250 || r >= '0' && r <= '9' || strings.ContainsRune("_@＠$#＃\ufffe\ufeff\uffff", r)
}

// hostLength is how much of a name is a host: up to its last part that is a
// known top-level domain.
func hostLength(name string) (int, bool) {
	for {
		dot := strings.LastIndexByte(name, '.')
		if dot <= 0 {
			return 0, false
		}
		ending := strings.ToLower(name[dot+1:])
		if (knownEndings()[ending] || strings.HasPrefix(ending, "xn--")) && short(name[:dot]) {
			return len(name), true
		}
		name = name[:dot]
	}
}

// short tells whether every part of a name is at most as long as names may be.
func short(name string) bool {
	for part := range strings.SplitSeq(name, ".") {
		if len(part) == 0 || len(part) > 63 {
			return false
		}
	}
	return true
}

// tail is what belongs to an address behind its host.
func tail(rest string) string {
	n := len(port.FindString(rest))
	n += len(path.FindString(rest[n:]))
	n += len(query.FindString(rest[n:]))
	return rest[:n]
}
