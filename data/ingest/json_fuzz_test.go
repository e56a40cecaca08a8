package ingest_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"testing"
	"testing/iotest"

	"vedetta/data/ingest"
)

// FuzzJSON reads any bytes as JSON. What the decoder of the standard library
// takes for a list of objects must come out complete; how the bytes arrive
// must make no difference.
func FuzzJSON(f *testing.F) {
	for _, seed := range []string{
		`[{"id":1,"text":"uno"},{"id":2,"text":"du\"e"}]`,
		"{\"id\":1}\n{\"id\":2,\"te\n{\"id\":3}",
		`{"ok":true,"data":[{"a":{"b":[1,2,{}]}},{"a":1},{"a"`,
		"window.YTD.tweets.part0 = [ {\"tweet\" : {\"id\":\"1\"}} ]",
		`[[{"a":1},{"a":2}],[null,"x",3]]`,
		"[\n  {\n    \"a\": 1\n  },\n  {\n    \"a\": \"b\"c\"\n  },\n  {\n    \"a\": 2\n  }\n]",
		"\ufeff{\"a\":NaN,}\r\n{\"b\":[}\r\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		n, err := ingest.EachJSON(bytes.NewReader(content), func(int) {})
		if !errors.Is(err, io.EOF) {
			t.Fatalf("after %d documents: %v", n, err)
		}
		if slow, _ := ingest.EachJSON(iotest.OneByteReader(bytes.NewReader(content)), func(int) {}); slow != n {
			t.Errorf("%d documents, %d when read byte by byte", n, slow)
		}
		var list []map[string]any
		if json.Unmarshal(content, &list) == nil && len(list) != n {
			t.Errorf("%d documents of a list of %d objects", n, len(list))
		}
	})
}
