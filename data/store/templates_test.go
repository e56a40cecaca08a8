package store_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
)

func TestTemplatesTellWhatWasThereBefore(t *testing.T) {
	s := open(t)
	first := data.Template{Key: "own.1", Situation: "refund", Name: "Reso", Lang: "it", Formal: true, Body: "Buongiorno"}
	second := first
	second.Name, second.Hidden = "Rimborso", true
	before, err := s.PutTemplate(ctx, first)
	if must(t, err); before != nil {
		t.Errorf("before the first: %+v", before)
	}
	before, err = s.PutTemplate(ctx, second)
	must(t, err)
	if diff := cmp.Diff(&first, before); diff != "" {
		t.Error(diff)
	}
	all, err := s.Templates(ctx)
	must(t, err)
	if diff := cmp.Diff([]data.Template{second}, all); diff != "" {
		t.Error(diff)
	}
	before, err = s.DropTemplate(ctx, "own.1")
	must(t, err)
	if diff := cmp.Diff(&second, before); diff != "" {
		t.Error(diff)
	}
	before, err = s.DropTemplate(ctx, "own.1")
	if must(t, err); before != nil {
		t.Errorf("dropped twice: %+v", before)
	}
}
