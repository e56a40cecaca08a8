package ingest_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/fstest"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/ingest"
)

// summary is what became of the rows of a file: "line text" of mentions and
// "line reason" of rejected rows, in their order.
func summary(t testing.TB, content string) []string {
	t.Helper()
	files := fstest.MapFS{"f.json": &fstest.MapFile{Data: []byte(content)}}
	f, err := ingest.OpenFS(files, data.Plan{Path: "f.json"}, ingest.Zones{Default: time.UTC})
	if err != nil {
		return []string{string(data.CodeOf(err))}
	}
	defer f.Close()
	var out []string
	for {
		row, err := f.Next()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			return append(out, string(data.CodeOf(err)))
		}
		m, reason := f.Mapping().Mention(row)
		if reason != "" {
			out = append(out, fmt.Sprint(row.Line, " -", reason))
		} else {
			out = append(out, fmt.Sprint(row.Line, " ", m.Text))
		}
	}
}

func TestShapesOfJSON(t *testing.T) {
	one, two, three := `{"id":1,"date":"2026-03-01","text":"uno"}`, `{"id":2,"date":"2026-03-02","text":"due"}`, `{"id":3,"date":"2026-03-03","text":"tre"}`
	pretty := func(doc string) string {
		return strings.NewReplacer("{", "{\n    ", ",", ",\n    ", "}", "\n}").Replace(doc)
	}
	const cut = `{"id":2,"date":"2026-03-02","text":"du`
	for name, c := range map[string]struct {
		content string
		want    []string
	}{
		"a list":                                       {"[" + one + "," + two + "]", []string{"1 uno", "2 due"}},
		"a list, an element on each line":              {"[\n" + one + ",\n" + two + "\n]\n", []string{"2 uno", "3 due"}},
		"a list laid out over lines":                   {"[\n" + pretty(one) + ",\n" + pretty(two) + "\n]", []string{"2 uno", "7 due"}},
		"an object on each line":                       {one + "\n" + two + "\n", []string{"1 uno", "2 due"}},
		"objects on lines that end in CRLF":            {one + "\r\n\r\n" + two, []string{"1 uno", "3 due"}},
		"objects one behind the other":                 {one + two, []string{"1 uno", "1 due"}},
		"objects laid out over lines":                  {pretty(one) + "\n" + pretty(two), []string{"1 uno", "6 due"}},
		"objects parted by commas":                     {one + ",\n" + two + ",\n", []string{"1 uno", "2 due"}},
		"a list on each line":                          {"[" + one + "," + two + "]\n[" + three + "]", []string{"1 uno", "2 due", "3 tre"}},
		"lists in a list":                              {"[[" + one + "," + two + "],[" + three + "]]", []string{"1 uno", "1 due", "2 tre"}},
		"a map by id":                                  {`{"a1":{"date":"2026-03-01","text":"uno"},"a2":{"date":"2026-03-02","text":"due"}}`, []string{"1 uno", "2 due"}},
		"a map by id with one mention":                 {`{"a1":{"date":"2026-03-01","text":"uno"}}`, []string{"1 uno"}},
		"a list inside an object":                      {`{"ok":true,"paging":{"next":null},"data":[` + one + "," + two + `]}`, []string{"1 uno", "2 due"}},
		"a list deep inside":                           {`{"result":{"page":1,"comments":{"items":[` + one + "," + two + `]}}}`, []string{"1 uno", "2 due"}},
		"pages on lines, each with a list":             {`{"data":[` + one + "," + two + "]}\n" + `{"data":[` + three + "]}\n", []string{"1 uno", "1 due", "2 tre"}},
		"pages in a list":                              {`[{"data":[` + one + "," + two + `]},{"data":[` + three + `]}]`, []string{"1 uno", "1 due", "2 tre"}},
		"a script of X's archive":                      {"window.YTD.comments.part0 = [ " + one + ", " + two + " ]", []string{"1 uno", "2 due"}},
		"a variable of a script":                       {"var data = [" + one + "];", []string{"1 uno"}},
		"a callback":                                   {"callback({\"items\":[" + one + "," + two + "]});", []string{"1 uno", "2 due"}},
		"a byte order mark":                            {"\ufeff[" + one + "]", []string{"1 uno"}},
		"a post stays one with its comments inside":    {`[{"id":1,"date":"2026-03-01","text":"uno","comments":[` + two + "," + three + `]}]`, []string{"1 uno"}},
		"words of Python and commas too many":          {`[{"id":1,"date":"2026-03-01","text":"uno","n":NaN,"x":[1,2,],},]`, []string{"1 uno"}},
		"a tab inside a text":                          {"[{\"id\":1,\"date\":\"2026-03-01\",\"text\":\"u\tno\"}]", []string{"1 u no"}},
		"null among the objects":                       {"[null," + one + `,"x, y",` + two + "]", []string{"1 -bad_row", "2 uno", "3 -bad_row", "4 -bad_row", "5 due"}},
		"error objects among the lines":                {one + "\n{\"error\":\"gone\"}\n" + two, []string{"1 uno", "2 -no_text", "3 due"}},
		"a broken line among others":                   {one + "\n" + cut + "\n" + three, []string{"1 uno", "2 -bad_row", "3 tre"}},
		"a line broken between its members":            {one + "\n" + `{"id":2,"user":{"a":1}` + "\n" + three, []string{"1 uno", "2 -bad_row", "3 tre"}},
		"a first line that is broken":                  {cut + "\n" + two + "\n" + three, []string{"1 -bad_row", "2 due", "3 tre"}},
		"a line that is no JSON":                       {one + "\nsegue il resto\n" + three, []string{"1 uno", "2 -bad_row", "3 tre"}},
		"a quote too many":                             {"[" + one + `,{"id":2,"date":"2026-03-02","text":"dice "no" e va"},` + three + "]", []string{"1 uno", "2 -bad_row", "3 tre"}},
		"a list that ends too early":                   {"[" + one + "," + two + "," + cut, []string{"1 uno", "2 due", "3 -bad_row"}},
		"a list over lines that ends too early":        {"[\n" + pretty(one) + ",\n" + pretty(cut), []string{"2 uno", "7 -bad_row"}},
		"a list that ends between elements":            {"[" + one + "," + two + ",", []string{"1 uno", "2 due"}},
		"a list inside an object that ends too early":  {`{"n":3,"data":[` + one + "," + two + "," + cut, []string{"1 uno", "2 due", "3 -bad_row"}},
		"a map that ends too early":                    {`{"a1":{"date":"2026-03-01","text":"uno"},"a2":{"date":"2026-03-02","text":"due"},"a3":{"date"`, []string{"1 uno", "2 due", "3 -bad_row"}},
		"a broken element of a list inside an object":  {`{"n":3,"data":[` + one + "," + `{"id":2,"text":"dice "no""},` + three + `],"next":null}`, []string{"1 uno", "2 -bad_row", "3 tre", "4 -bad_row"}},
		"reviews of a known kind that end too early":   {`{"reviews":[{"name":"r/1","comment":"uno","starRating":"ONE","createTime":"2026-03-01T09:00:00Z"},{"name":"r/2","comm`, []string{"1 uno", "2 -bad_row"}},
		"tweets of a known kind in a map in an object": {`{"tweets":{"1":{"created_at":"Sun Dec 25 05:02:20 +0000 2022","id_str":"1","full_text":"uno","entities":{},"user_id_str":"9"}}}`, []string{"1 uno"}},
		"an object without mentions":                   {`{"hello":"world"}`, []string{"file_no_text"}},
		"an empty list":                                {`[]`, []string{"file_no_columns"}},
		"a text that begins with a bracket":            {"[sic] scrive\nAnna\n", []string{"file_no_columns"}},
	} {
		t.Run(name, func(t *testing.T) {
			if d := cmp.Diff(c.want, summary(t, c.content)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestUnknownJSONKeepsWhatItSays(t *testing.T) {
	var b strings.Builder
	for i := range 300 {
		fmt.Fprintf(&b, `{"reviewId":%d,"date":"2026-03-01T09:05:07Z","text":"testo %d","author":{"username":"anna","tags":["a","b"]},"likes":7,"replies":[{"x":1.50}],"none":null}`+"\n", 1606877985956843521+i, i)
	}
	b.WriteString(`{"reviewId":5,"date":"2026-03-01T09:05:07Z","text":"ultimo","new":{"name":true}}` + "\n")
	ms, rejected, rec := read(t, b.String(), data.Plan{Columns: []data.Field{
		data.FieldID, data.FieldDate, data.FieldText, data.FieldHandle, data.FieldExtra, data.FieldLikes, data.FieldExtra, data.FieldExtra,
	}})
	var names []string
	for _, c := range rec.Columns {
		names = append(names, c.Name)
	}
	want := []string{"reviewId", "date", "text", "author.username", "author.tags", "likes", "replies", "other fields"}
	if d := cmp.Diff(want, names); d != "" {
		t.Error(d)
	}
	if len(ms) != 301 || len(rejected) != 0 {
		t.Fatalf("%d mentions, %d rejected", len(ms), len(rejected))
	}
	first, last := ms[0], ms[300]
	if first.ExternalID != "1606877985956843521" || first.Author.Handle != "anna" || first.Engagement.Likes != 7 {
		t.Errorf("first %+v", first)
	}
	if d := cmp.Diff(map[string]string{"author.tags": "a, b", "replies": `[{"x":1.50}]`}, first.Extras); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(map[string]string{"other fields": `{"new.name":"true"}`}, last.Extras); d != "" {
		t.Error(d)
	}
}

func TestADocumentTooLargeToHoldComesInPieces(t *testing.T) {
	const rows = 30_000
	var list, byID strings.Builder
	for i := range rows {
		fmt.Fprintf(&list, `{"id":%d,"date":"2026-03-01","text":"%d %s"},`, i, i, strings.Repeat("parola ", 40))
		fmt.Fprintf(&byID, `"%d":{"date":"2026-03-01","text":"%d %s"},`, i, i, strings.Repeat("parola ", 40))
	}
	elements, members := strings.TrimSuffix(list.String(), ","), strings.TrimSuffix(byID.String(), ",")
	for name, c := range map[string]struct {
		content string
		broken  int
	}{
		"a list inside an object":           {`{"ok":true,"data":{"items":[` + elements + `],"n":5},"end":[]}`, 0},
		"a map":                             {"{" + members + "}", 0},
		"a list inside that ends too early": {`{"ok":true,"data":[` + elements + `,{"id":`, 1},
		"a list inside with a damaged end":  {`{"ok":true,"data":[` + elements + `,{"id":"a"b"}]}`, 1},
	} {
		t.Run(name, func(t *testing.T) {
			ms, rejected, _ := read(t, c.content, data.Plan{})
			if len(ms) != rows || len(rejected) != c.broken {
				t.Fatalf("%d mentions, %d rejected", len(ms), len(rejected))
			}
			seen := map[string]bool{}
			for _, m := range ms {
				seen[m.ExternalID] = true
			}
			if len(seen) != rows || !strings.HasPrefix(ms[rows-1].Text, fmt.Sprint(rows-1)) && name != "a map" {
				t.Errorf("%d ids, last %q", len(seen), ms[rows-1].Text)
			}
		})
	}
}

func TestATextThatIsTooLongRejectsItsRow(t *testing.T) {
	content := `[{"id":1,"date":"2026-03-01","text":"uno"},{"id":2,"date":"2026-03-01","text":"` + strings.Repeat("a", 2<<20) + `"}]`
	if d := cmp.Diff([]string{"1 uno", "2 -too_long"}, summary(t, content)); d != "" {
		t.Error(d)
	}
}

func TestATextWithoutEndIsOneRejectedRow(t *testing.T) {
	content := `{"id":1,"date":"2026-03-01","text":"uno"}` + "\n" + `{"id":2,"text":"` + strings.Repeat("a", 40<<20) + `"}` + "\n" + `{"id":3,"date":"2026-03-03","text":"tre"}`
	if d := cmp.Diff([]string{"1 uno", "2 -too_long", "3 tre"}, summary(t, content)); d != "" {
		t.Error(d)
	}
}

func TestJSONThatCannotBeReadOnSaysSo(t *testing.T) {
	row := `{"id":1,"date":"2026-03-01","text":"uno"}` + "\n"
	r := io.MultiReader(strings.NewReader(strings.Repeat(row, 9)), iotest.ErrReader(errors.New("the disk is gone")))
	rows, err := ingest.EachJSON(r, func(int) {})
	if data.CodeOf(err) != data.ErrFileDamaged {
		t.Errorf("error %v", err)
	}
	if rows != 9 {
		t.Errorf("%d rows before it", rows)
	}
}
