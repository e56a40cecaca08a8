package crisis

// contractions are the endings after an apostrophe that stand for a word.
var contractions = map[string]bool{"t": true, "re": true, "ve": true, "ll": true, "m": true, "d": true, "s": true}

// endings are the words for those that mean one thing only.
var endings = map[string]string{"re": "are", "ve": "have", "ll": "will", "m": "am", "d": "would"}

// shortVerbs are the verbs of which "n't" leaves too little.
var shortVerbs = map[string]string{"can": "can", "won": "will", "shan": "shall", "ain": "is"}

// isAfter are the words after which 's is a verb.
var isAfter = map[string]string{
	"it": "is", "that": "is", "there": "is", "what": "is", "here": "is",
	"he": "is", "she": "is", "who": "is", "how": "is", "this": "is", "let": "us",
}

// bareShort are contractions written without their apostrophe.
var bareShort = map[string][2]string{
	"dont": {"do", "not"}, "doesnt": {"does", "not"}, "didnt": {"did", "not"}, "isnt": {"is", "not"},
	"arent": {"are", "not"}, "wasnt": {"was", "not"}, "werent": {"were", "not"}, "cant": {"can", "not"},
	"cannot": {"can", "not"}, "couldnt": {"could", "not"}, "wont": {"will", "not"}, "wouldnt": {"would", "not"},
	"shouldnt": {"should", "not"}, "havent": {"have", "not"}, "hasnt": {"has", "not"}, "hadnt": {"had", "not"},
	"im": {"i", "am"}, "ive": {"i", "have"}, "youre": {"you", "are"}, "youve": {"you", "have"},
	"weve": {"we", "have"}, "theyre": {"they", "are"}, "thats": {"that", "is"}, "theres": {"there", "is"},
}

// expand turns the last token and its English ending into two words.
func (s *tokens) expand(word, tail string, from, to int) {
	second := endings[tail]
	switch tail {
	case "t":
		if len(word) < 2 || word[len(word)-1] != 'n' {
			second = tail
			break
		}
		second = "not"
		first, ok := shortVerbs[word]
		if !ok {
			first = word[:len(word)-1]
		}
		s.rename(first)
	case "s":
		if second = isAfter[word]; second == "" {
			second = "s"
		}
	}
	s.addWord(second, from, to)
}

// spread takes a contraction without apostrophe apart.
func (s *tokens) spread() {
	t := s.list[len(s.list)-1]
	if two, ok := bareShort[string(s.norm[t.lo:t.hi])]; ok {
		s.rename(two[0])
		s.addWord(two[1], t.start, t.end)
	}
}

func (s *tokens) rename(form string) {
	t := &s.list[len(s.list)-1]
	s.norm = append(s.norm[:t.lo], form...)
	t.hi = len(s.norm)
}

func (s *tokens) addWord(form string, from, to int) {
	last := s.list[len(s.list)-1]
	s.list = append(s.list, token{start: from, end: to, lo: len(s.norm), quoted: last.quoted})
	s.norm = append(s.norm, form...)
	s.list[len(s.list)-1].hi = len(s.norm)
}
