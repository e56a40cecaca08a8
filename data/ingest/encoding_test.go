package ingest_test

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"vedetta/data"
)

const (
	italian  = "Perché così? È già finito, è più caro di così"
	french   = "Déjà vu à la boulangerie, très bon goût, très cher"
	english  = "I don’t like it, it’s “cold” and we’re done"
	spanish  = "El camión llegó mañana, ¿qué pasó con la atención?"
	german   = "Die Brötchen sind süß, aber viel zu groß für Mädchen"
	japan    = "このパン屋のサービスはとても良かったです。また来ます"
	mainland = "这家店的服务很好,我们下次还会来,价钱也不贵"
	taiwan   = "這家店的服務很好,我們下次還會來,價錢也不貴"
	korea    = "이 빵집은 정말 맛있어요 서비스도 좋았습니다"
)

func encode(t testing.TB, e encoding.Encoding, s string) string {
	t.Helper()
	out, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestAnEncodingIsKnownByWhatItsBytesWouldMean(t *testing.T) {
	for name, c := range map[string]struct {
		text     string
		encoding encoding.Encoding
		want     string
	}{
		"Italian in Windows-1252":             {italian, charmap.Windows1252, "windows-1252"},
		"French in Windows-1252":              {french, charmap.Windows1252, "windows-1252"},
		"German in Windows-1252":              {german, charmap.Windows1252, "windows-1252"},
		"Spanish in Windows-1252":             {spanish, charmap.Windows1252, "windows-1252"},
		"English quotes in Windows-1252":      {english, charmap.Windows1252, "windows-1252"},
		"euro in Windows-1252":                {"caffè 3 € la tazza", charmap.Windows1252, "windows-1252"},
		"euro in ISO-8859-15":                 {"caffè 3 € la tazza", charmap.ISO8859_15, "iso-8859-15"},
		"French in ISO-8859-15":               {"un cœur à 5€ près de la sœur", charmap.ISO8859_15, "iso-8859-15"},
		"Italian in Mac Roman":                {italian, charmap.Macintosh, "macintosh"},
		"French in Mac Roman":                 {french, charmap.Macintosh, "macintosh"},
		"Spanish in Mac Roman":                {spanish, charmap.Macintosh, "macintosh"},
		"German in Mac Roman":                 {german, charmap.Macintosh, "macintosh"},
		"one English apostrophe in Mac Roman": {"I don’t like it", charmap.Macintosh, "macintosh"},
		"Japanese in Shift-JIS":               {japan, japanese.ShiftJIS, "shift_jis"},
		"Japanese in EUC-JP":                  {japan, japanese.EUCJP, "euc-jp"},
		"Chinese in GB18030":                  {mainland, simplifiedchinese.GB18030, "gb18030"},
		"Chinese in Big5":                     {taiwan, traditionalchinese.Big5, "big5"},
		"Korean in EUC-KR":                    {korea, korean.EUCKR, "euc-kr"},
		"Italian in UTF-16 without mark":      {italian, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be"},
		"Japanese in UTF-16 without mark":     {japan, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le"},
		"UTF-32 little endian":                {italian, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), "utf-32le"},
		"UTF-32 big endian":                   {korea, utf32.UTF32(utf32.BigEndian, utf32.UseBOM), "utf-32be"},
		"UTF-8":                               {japan, unicode.UTF8, "utf-8"},
	} {
		t.Run(name, func(t *testing.T) {
			content := encode(t, c.encoding, "id;data;testo\n1;2026-03-01;"+c.text+"\n2;2026-03-02;"+c.text+"\n")
			ms, rejected, rec := read(t, content, data.Plan{})
			if rec.Encoding != c.want {
				t.Errorf("encoding %s, want %s", rec.Encoding, c.want)
			}
			if len(ms) != 2 || len(rejected) != 0 || ms[1].Text != c.text {
				t.Errorf("%d mentions, rejected %v, text %q", len(ms), rejected, ms[len(ms)-1].Text)
			}
		})
	}
}

func TestTheEncodingOfAFileThatBeginsInASCIIIsDecidedLater(t *testing.T) {
	for name, e := range map[string]encoding.Encoding{
		"UTF-8": unicode.UTF8, "Windows-1252": charmap.Windows1252, "Mac Roman": charmap.Macintosh,
	} {
		t.Run(name, func(t *testing.T) {
			plain := strings.Repeat("1;2026-03-01;tutto in ASCII per molte righe\n", 20_000)
			ms, _, _ := read(t, encode(t, e, "id;data;testo\n"+plain+"2;2026-03-01;l’attesa è così\n"), data.Plan{})
			if last := ms[len(ms)-1]; last.Text != "l’attesa è così" {
				t.Errorf("text %q", last.Text)
			}
		})
	}
}

func TestByteOrderMarksAreNoText(t *testing.T) {
	for name, mark := range map[string]string{
		"one": "\ufeff", "two": "\ufeff\ufeff", "one that was read as Latin-1": "\u00ef\u00bb\u00bf",
	} {
		t.Run(name, func(t *testing.T) {
			_, _, rec := read(t, mark+"id;data;testo\n1;2026-03-01;sì\n", data.Plan{})
			if rec.Columns[0].Name != "id" || rec.Encoding != "utf-8-bom" {
				t.Errorf("%s, first column %q", rec.Encoding, rec.Columns[0].Name)
			}
		})
	}
}

func TestStretchesInAnotherEncodingAreMended(t *testing.T) {
	const rows = 40
	line := func(text string) string { return "1;2026-03-01;" + text + "\n" }
	western := encode(t, charmap.Windows1252, "però “così” è più caro")
	for name, c := range map[string]struct {
		usual, odd string
		want       string
	}{
		"Windows-1252 in UTF-8":               {"già è così", western, "però “così” è più caro"},
		"Mac Roman in UTF-8":                  {"già è così", encode(t, charmap.Macintosh, "don’t, è più caro"), "don’t, è più caro"},
		"UTF-8 in Windows-1252":               {western, "già “ciao” 🍕", "già “ciao” 🍕"},
		"UTF-8 in Mac Roman":                  {encode(t, charmap.Macintosh, "l’attesa è più lunga"), "tutto in ASCII", "tutto in ASCII"},
		"garbled in UTF-8":                    {"già è così", "giÃ\u00a0 Ã¨ cosÃ¬", "già è così"},
		"garbled twice in UTF-8":              {"già è così", "perchÃƒÂ© no", "perché no"},
		"a character that lost its end":       {"già è così", "buono \xf0\x9f\x98", "buono \ufffd"},
		"Windows-1252 in the only such cell":  {"tutto in ASCII", "perch\xe9 no", "perché no"},
		"UTF-8 in the only cell of that kind": {"tutto in ASCII", "perché no", "perché no"},
	} {
		t.Run(name, func(t *testing.T) {
			content := "id;data;testo\n" + strings.Repeat(line(c.usual), rows) + line(c.odd) + strings.Repeat(line(c.usual), rows)
			ms, rejected, _ := read(t, content, data.Plan{})
			if len(ms) != 2*rows+1 || len(rejected) != 0 || ms[rows].Text != c.want {
				t.Errorf("%d mentions, rejected %v, text %q", len(ms), rejected, ms[rows].Text)
			}
			if ms[0].Text != ms[2*rows].Text || strings.ContainsRune(ms[0].Text, '\ufffd') {
				t.Errorf("around it: %q, %q", ms[0].Text, ms[2*rows].Text)
			}
		})
	}
}
