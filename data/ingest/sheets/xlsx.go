package sheets

import (
	"archive/zip"
	"path"
	"strconv"
	"strings"
)

// xlsx is a workbook in Office Open XML (ECMA-376 part 1, SpreadsheetML).
type xlsx struct {
	zip     *zip.Reader
	sheets  []xlsxSheet
	strings sharedStrings
	dates   []dateKind // by cell style
	from    int        // days between this workbook's and the usual first day
}

type xlsxSheet struct{ name, part string }

// OpenXLSX opens a workbook.
func OpenXLSX(z *zip.Reader) (Book, error) {
	b := &xlsx{zip: z}
	root := "xl/workbook.xml"
	err := each(z, "_rels/.rels", func(x *scanner) error {
		if x.event == start && x.name == "Relationship" && strings.HasSuffix(x.attr("Type"), "/officeDocument") {
			root = strings.TrimPrefix(x.attr("Target"), "/")
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	targets, err := relations(z, root)
	if err != nil {
		return nil, err
	}
	if err := b.workbook(root, targets); err != nil {
		return nil, err
	}
	if len(b.sheets) == 0 {
		return nil, ErrBroken
	}
	if b.dates, err = dateStyles(z, near(root, "styles.xml")); err != nil {
		return nil, err
	}
	b.strings, err = readSharedStrings(z, near(root, "sharedStrings.xml"))
	return b, err
}

// near is the part of that name in the folder of another.
func near(other, name string) string { return path.Join(path.Dir(other), name) }

// relations are what the ids in a part lead to.
func relations(z *zip.Reader, of string) (map[string]string, error) {
	out := map[string]string{}
	err := each(z, path.Join(path.Dir(of), "_rels", path.Base(of)+".rels"), func(x *scanner) error {
		if x.event != start || x.name != "Relationship" {
			return nil
		}
		target := x.attr("Target")
		if x.attr("TargetMode") != "External" && !strings.HasPrefix(target, "/") {
			target = near(of, target)
		}
		out[x.attr("Id")] = target
		return nil
	})
	return out, err
}

// between1900And1904 are the days between the first days of the two ways in
// which workbooks count.
const between1900And1904 = 1462

func (b *xlsx) workbook(root string, targets map[string]string) error {
	return each(b.zip, root, func(x *scanner) error {
		switch {
		case x.event != start:
		case x.name == "workbookPr" && (x.attr("date1904") == "1" || x.attr("date1904") == "true"):
			b.from = between1900And1904
		case x.name == "sheet" && (x.attr("state") == "" || x.attr("state") == "visible"):
			if target := targets[x.attr("r:id")]; target != "" {
				b.sheets = append(b.sheets, xlsxSheet{x.attr("name"), target})
			}
		}
		return nil
	})
}

func (b *xlsx) Names() []string {
	var out []string
	for _, s := range b.sheets {
		out = append(out, s.name)
	}
	return out
}

func (b *xlsx) Rows(sheet string) (Rows, error) {
	for _, s := range b.sheets {
		if s.name != sheet {
			continue
		}
		links, err := b.links(s.part)
		if err != nil {
			return nil, err
		}
		r, err := part(b.zip, s.part)
		if err != nil {
			return nil, err
		}
		return &xlsxRows{book: b, x: newScanner(r), closer: r, links: links}, nil
	}
	return nil, ErrNoSheet
}

// links are the addresses that cells lead to. They stand behind the cells, so
// a sheet that has any is gone through twice.
func (b *xlsx) links(sheet string) (map[string]string, error) {
	targets, err := relations(b.zip, sheet)
	if err != nil || len(targets) == 0 {
		return nil, err
	}
	out := map[string]string{}
	err = each(b.zip, sheet, func(x *scanner) error {
		if x.event == start && x.name == "hyperlink" {
			out[x.attr("ref")] = targets[x.attr("r:id")]
		}
		return nil
	})
	return out, err
}

// sharedStrings holds the texts of a workbook one behind the other.
type sharedStrings struct {
	all  []byte
	ends []uint32
}

const maxShared = 1 << 30

func readSharedStrings(z *zip.Reader, name string) (s sharedStrings, err error) {
	phonetic := false
	inText := false
	err = each(z, name, func(x *scanner) error {
		switch {
		case x.name == "rPh" && x.event != text:
			phonetic = x.event == start
		case x.name == "t" && x.event != text:
			inText = x.event == start
		case x.event == text && inText && !phonetic:
			s.all = append(s.all, control(unescape(x.text))...)
		case x.event == end && x.name == "si":
			s.ends = append(s.ends, uint32(len(s.all)))
		}
		if len(s.all) > maxShared {
			return ErrTooLarge
		}
		return nil
	})
	return s, err
}

func (s *sharedStrings) at(i int) string {
	if i < 0 || i >= len(s.ends) {
		return ""
	}
	from := uint32(0)
	if i > 0 {
		from = s.ends[i-1]
	}
	return string(s.all[from:s.ends[i]])
}

// control reads the characters that XML cannot hold, written as _x000D_; an
// underscore that would begin one is written as _x005F_ (ECMA-376, 22.9.2.19).
func control(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var out strings.Builder
	for s != "" {
		n := strings.Index(s, "_x")
		if n < 0 {
			n = len(s)
		}
		out.WriteString(s[:n])
		if s = s[n:]; s == "" {
			break
		}
		c, ok := underscored(s)
		if !ok {
			out.WriteByte(s[0])
			s = s[1:]
			continue
		}
		if c != 0 {
			out.WriteRune(c)
		}
		s = s[len("_x0000_"):]
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(out.String())
}

// underscored reads such a character at the beginning of s.
func underscored(s string) (rune, bool) {
	if len(s) < len("_x0000_") || s[6] != '_' {
		return 0, false
	}
	c, err := strconv.ParseUint(s[2:6], 16, 16)
	return rune(c), err == nil
}
