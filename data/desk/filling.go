package desk

import (
	"context"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/reply"
)

// FillTemplate fills a template for a mention. What neither the mention nor
// the profile tells, a product or a date promised, is left for the person.
func (d *Desk) FillTemplate(ctx context.Context, mention data.ID, key string) (data.Filled, error) {
	t, err := d.template(ctx, key)
	if err != nil {
		return data.Filled{}, err
	}
	profile, err := d.Profile(ctx)
	if err != nil {
		return data.Filled{}, err
	}
	m, err := d.store.Mention(ctx, mention)
	if err != nil {
		return data.Filled{}, err
	}
	return d.Preview(t, m.Mention, profile), nil
}

// Preview is a template as it would be filled; it is quick and reads nothing.
func (d *Desk) Preview(t data.Template, m data.Mention, p data.Profile) data.Filled {
	filled := reply.Fill(t.Body, d.values(t.Lang, m, p))
	if !reply.Uses(t.Body, reply.Signature) {
		filled.Text = reply.Sign(filled.Text, p.SignedAs())
	}
	return filled
}

// values are those of the variables that a mention and the profile tell.
func (d *Desk) values(lang string, m data.Mention, p data.Profile) map[string]string {
	words := assets.WordsFor(lang)
	values := map[string]string{
		reply.Name: reply.FirstName(m.Author), reply.Source: publisher(words, m.Source),
		reply.Business: p.Business, reply.Person: p.Person, reply.Signature: p.SignedAs(), reply.Contact: p.Contact(),
		reply.Email: p.Email, reply.Phone: p.Phone, reply.Web: p.Web, reply.Address: p.Address, reply.Channel: p.Channel,
	}
	if !m.PublishedAt.IsZero() {
		values[reply.Date] = words.Date(m.PublishedAt, d.Zone())
	}
	return values
}

// publisher is how a source is called within a sentence.
func publisher(words *assets.Words, source string) string {
	if source == "google" {
		return "Google"
	}
	return words.Source(source)
}

// CountText tells how long a text is for a source.
func (d *Desk) CountText(source, text string) data.TextSize { return reply.Count(source, text) }

// Variables lists the names of the variables of templates in a language.
func (d *Desk) Variables(lang string) []string { return reply.Variables(lang) }

// VariableIn is the name of a variable in a language.
func (d *Desk) VariableIn(name, lang string) string { return reply.Named(name, lang) }
