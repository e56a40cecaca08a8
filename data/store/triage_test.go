package store_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
)

func TestTriage(t *testing.T) {
	positive := data.Positive
	correct := func(tr *data.Triage) { tr.Override, tr.Status = &positive, data.StatusArchived }

	t.Run("the person's label wins in lists and counts", func(t *testing.T) {
		s := filled(t)
		ids, err := s.IDs(ctx, parse(t, "is:negative"), 10)
		must(t, err)
		_, err = s.ChangeTriage(ctx, ids, correct)
		must(t, err)
		if got := externals(t, s, parse(t, "is:negative")); got != nil {
			t.Errorf("still negative: %v", got)
		}
		n, err := s.Overridden(ctx, data.Filter{})
		must(t, err)
		if n != 2 {
			t.Errorf("%d overridden, want 2", n)
		}
		sound(t, s)
	})
	t.Run("importing again does not touch it", func(t *testing.T) {
		s := filled(t)
		ids, err := s.IDs(ctx, parse(t, "source:google is:negative rating:1"), 1)
		must(t, err)
		_, err = s.ChangeTriage(ctx, ids, correct)
		must(t, err)
		add(t, s, mention("a", 10, data.Negative, "Il rimborso non arriva, due ore di attesa"))
		d, err := s.Mention(ctx, ids[0])
		must(t, err)
		if d.Label != data.Positive || d.Status != data.StatusArchived || d.Sentiment.Label != data.Negative {
			t.Errorf("label %v, status %v, model %v", d.Label, d.Status, d.Sentiment.Label)
		}
	})
	t.Run("restoring gives back the state before, untouched ones too", func(t *testing.T) {
		s := filled(t)
		before := externals(t, s, parse(t, "is:negative is:new"))
		ids, err := s.IDs(ctx, data.Filter{}, 10)
		must(t, err)
		work, err := s.ChangeTriage(ctx, ids, correct)
		must(t, err)
		must(t, s.RestoreTriage(ctx, work))
		if d := cmp.Diff(before, externals(t, s, parse(t, "is:negative is:new"))); d != "" {
			t.Error(d)
		}
		sound(t, s)
	})
	t.Run("a change that changes nothing leaves nothing to undo", func(t *testing.T) {
		s := filled(t)
		ids, err := s.IDs(ctx, data.Filter{}, 10)
		must(t, err)
		work, err := s.ChangeTriage(ctx, ids, func(*data.Triage) {})
		must(t, err)
		if len(work) != 0 {
			t.Errorf("%d changes", len(work))
		}
	})
}

func TestTags(t *testing.T) {
	s := filled(t)
	ids, err := s.IDs(ctx, data.Filter{}, 3)
	must(t, err)
	_, err = s.Tag(ctx, ids[:2], "rimborso")
	must(t, err)
	changed, err := s.Tag(ctx, ids, "Rimborso")
	must(t, err)
	if len(changed) != 1 {
		t.Errorf("tagging again changed %v, want only the third", changed)
	}
	if got := externals(t, s, parse(t, "tag:rimborso")); len(got) != 3 {
		t.Errorf("tag finds %v", got)
	}
	if got := externals(t, s, parse(t, "-tag:rimborso")); len(got) != 2 {
		t.Errorf("without tag finds %v", got)
	}
	_, err = s.Untag(ctx, ids, "rimborso")
	must(t, err)
	tags, err := s.Tags(ctx)
	must(t, err)
	if len(tags) != 0 {
		t.Errorf("a tag without mentions is still there: %v", tags)
	}
}

func TestUndoImport(t *testing.T) {
	s := filled(t)
	m := mention("a", 10, data.Negative, "Il rimborso non arriva, due ore di attesa")
	m.Engagement.Reach = 500
	second, counts := add(t, s, m, mention("z", 5, data.Positive, "rimborso lampo"))
	if counts.New != 1 || counts.Updated != 1 {
		t.Fatalf("counts %+v", counts)
	}
	undo(t, s, second)
	if d := cmp.Diff([]string{"a", "d"}, externals(t, s, parse(t, "rimborso"))); d != "" {
		t.Error("after undo:", d)
	}
	rows, err := s.Page(ctx, parse(t, "rating:1"), 0, 1)
	must(t, err)
	if rows[0].Reach != data.Unknown {
		t.Errorf("reach is still %d", rows[0].Reach)
	}
	sound(t, s)
	_, counts = add(t, s, mention("z", 5, data.Positive, "rimborso lampo"))
	if counts.New != 1 {
		t.Errorf("an undone mention does not come back: %+v", counts)
	}
}
