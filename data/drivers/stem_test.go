package drivers

import "testing"

func TestStemFoldsSingularAndPlural(t *testing.T) {
	for _, pair := range [][2]string{
		{"rimborso", "rimborsi"},
		{"banca", "banche"},
		{"attesa", "attese"},
		{"servizio", "servizi"},
		{"scortese", "scortesi"},
		{"bag", "bags"},
		{"refund", "refunds"},
		{"delivery", "deliveries"},
		{"voice", "voices"},
	} {
		if a, b := string(stem([]byte(pair[0]))), string(stem([]byte(pair[1]))); a != b {
			t.Errorf("%s becomes %q, %s becomes %q", pair[0], a, pair[1], b)
		}
	}
}

func TestStemKeepsDifferentWordsApart(t *testing.T) {
	for _, pair := range [][2]string{{"casa", "caso"}, {"pane", "pan"}, {"class", "clas"}, {"bus", "bu"}} {
		if a, b := string(stem([]byte(pair[0]))), string(stem([]byte(pair[1]))); a == b {
			t.Errorf("%s and %s both become %q", pair[0], pair[1], a)
		}
	}
}
