package ingest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"vedetta/data"
)

// document is one JSON object; value is nil when it could not be read.
type document struct {
	jsonText
	value map[string]any
}

// documents gives the objects of a file of JSON.
type documents struct {
	scanner *jsonScanner
	ahead   []document
}

// next reads a document; io.EOF at the end.
func (d *documents) next() (document, error) {
	for len(d.ahead) == 0 {
		if err := d.read(); err != nil {
			return document{}, err
		}
	}
	doc := d.ahead[0]
	d.ahead = d.ahead[1:]
	return doc, nil
}

// more tells whether another document follows.
func (d *documents) more() (bool, error) {
	for len(d.ahead) == 0 {
		if err := d.read(); errors.Is(err, io.EOF) {
			return false, nil
		} else if err != nil {
			return false, err
		}
	}
	return true, nil
}

func (d *documents) read() error {
	text, err := d.scanner.next()
	if err != nil {
		return err
	}
	var items []json.RawMessage
	if text.reject == "" && text.raw[0] == '[' && json.Unmarshal(text.raw, &items) == nil {
		for _, item := range items { // a list in a list: its objects are documents
			text.raw = item
			d.ahead = append(d.ahead, decoded(text))
		}
		return nil
	}
	d.ahead = append(d.ahead, decoded(text))
	return nil
}

func decoded(text jsonText) document {
	doc := document{jsonText: text}
	if text.reject == "" {
		if doc.value = object(text.raw); doc.value == nil {
			doc.value = object(mendJSON(text.raw))
		}
		if doc.value == nil {
			doc.reject, doc.raw = data.RejectBadRow, doc.raw[:min(len(doc.raw), maxBroken)]
		}
	}
	return doc
}

func object(raw []byte) map[string]any {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber() // ids have more digits than a float keeps
	var v map[string]any
	if decoder.Decode(&v) != nil {
		return nil
	}
	return v
}
