package desk

import (
	"cmp"
	"context"
	"crypto/rand"
	"slices"
	"strconv"
	"strings"

	"vedetta/assets"
	"vedetta/data"
)

// Templates lists every template, the hidden ones included: by situation,
// within one the built-in ones first.
func (d *Desk) Templates(ctx context.Context) ([]data.Template, error) {
	all := assets.Templates()
	at := map[string]int{}
	for n, t := range all {
		at[t.Key] = n
	}
	stored, err := d.store.Templates(ctx)
	if err != nil {
		return nil, err
	}
	for _, t := range stored {
		if n, ok := at[t.Key]; ok {
			all[n] = merge(all[n], t)
		} else {
			all = append(all, t)
		}
	}
	slices.SortStableFunc(all, func(a, b data.Template) int { return cmp.Compare(rank(a), rank(b)) })
	return all, nil
}

// merge is a built-in template as the person changed it.
func merge(built, own data.Template) data.Template {
	if own.Body == "" { // only hidden
		built.Hidden = own.Hidden
		return built
	}
	own.BuiltIn = true
	own.Changed = own.Name != built.Name || own.Body != built.Body || own.Situation != built.Situation
	return own
}

// rank is the place of a template's situation; unknown ones come last.
func rank(t data.Template) int {
	if n := slices.Index(data.Situations[:], t.Situation); n >= 0 {
		return n
	}
	return len(data.Situations)
}

// template finds a template by its key.
func (d *Desk) template(ctx context.Context, key string) (data.Template, error) {
	all, err := d.Templates(ctx)
	if err != nil {
		return data.Template{}, err
	}
	n := slices.IndexFunc(all, func(t data.Template) bool { return t.Key == key })
	if n < 0 {
		return data.Template{}, data.Errorf(data.ErrNotFound, "template %q", key)
	}
	return all[n], nil
}

const (
	longestTemplateName = 80
	longestTemplateBody = 4000
)

// SaveTemplate stores a template; one without a key is new and gets one. The
// wording of a built-in one is kept beside it, for RestoreTemplate.
func (d *Desk) SaveTemplate(ctx context.Context, t data.Template) (key string, undo Undo, err error) {
	t.Name, t.Body = strings.TrimSpace(strings.ToValidUTF8(t.Name, "")), strings.TrimSpace(strings.ToValidUTF8(t.Body, ""))
	switch {
	case t.Name == "" || t.Body == "":
		return "", nil, data.Errorf(data.ErrTemplateEmpty, "template %q", t.Key)
	case len([]rune(t.Name)) > longestTemplateName || len([]rune(t.Body)) > longestTemplateBody:
		return "", nil, data.Errorf(data.ErrTemplateLong, "template %q", t.Key).With("Most", strconv.Itoa(longestTemplateBody))
	}
	if t.Key == "" {
		t.Key = "own." + strings.ToLower(rand.Text())
	}
	undo, err = d.putTemplate(ctx, t)
	return t.Key, undo, err
}

// RenameTemplate gives a template another name.
func (d *Desk) RenameTemplate(ctx context.Context, key, name string) (Undo, error) {
	t, err := d.template(ctx, key)
	if err != nil {
		return nil, err
	}
	t.Name = name
	_, undo, err := d.SaveTemplate(ctx, t)
	return undo, err
}

// HideTemplate says whether a template is no longer to be offered.
func (d *Desk) HideTemplate(ctx context.Context, key string, hidden bool) (Undo, error) {
	t, err := d.template(ctx, key)
	if err != nil {
		return nil, err
	}
	if t.BuiltIn && !t.Changed {
		if !hidden {
			return d.dropTemplate(ctx, key)
		}
		t.Name, t.Body = "", "" // a better wording in a later version shows
	}
	t.Hidden = hidden
	return d.putTemplate(ctx, t)
}

// DeleteTemplate removes a template of the person's own; a built-in one is
// hidden.
func (d *Desk) DeleteTemplate(ctx context.Context, key string) (Undo, error) {
	t, err := d.template(ctx, key)
	switch {
	case err != nil:
		return nil, err
	case t.BuiltIn:
		return d.HideTemplate(ctx, key, true)
	}
	return d.dropTemplate(ctx, key)
}

// RestoreTemplate gives a built-in template the wording it came with, and
// shows it.
func (d *Desk) RestoreTemplate(ctx context.Context, key string) (Undo, error) {
	t, err := d.template(ctx, key)
	if err != nil {
		return nil, err
	}
	if !t.BuiltIn {
		return nil, data.Errorf(data.ErrNotFound, "template %q is not built in", key)
	}
	return d.dropTemplate(ctx, key)
}

func (d *Desk) putTemplate(ctx context.Context, t data.Template) (Undo, error) {
	before, err := d.store.PutTemplate(ctx, t)
	return d.putBack(t.Key, before), d.changedTemplates(err)
}

func (d *Desk) dropTemplate(ctx context.Context, key string) (Undo, error) {
	before, err := d.store.DropTemplate(ctx, key)
	return d.putBack(key, before), d.changedTemplates(err)
}

// putBack stores what was under a key before, or nothing.
func (d *Desk) putBack(key string, before *data.Template) Undo {
	return func(ctx context.Context) error {
		var err error
		if before == nil {
			_, err = d.store.DropTemplate(ctx, key)
		} else {
			_, err = d.store.PutTemplate(ctx, *before)
		}
		return d.changedTemplates(err)
	}
}

func (d *Desk) changedTemplates(err error) error {
	if err == nil {
		d.events.TemplatesChanged.Fire(struct{}{})
	}
	return err
}
