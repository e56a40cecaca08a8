package sources

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"vedetta/data"
)

// Group is what some networks ask for alike.
type Group struct {
	Name     string
	Networks []data.Network
}

// Groups are the networks by what they ask for, the easiest first.
func (p *Presenter) Groups() (out []Group) {
	have := p.desk.Networks()
	for _, g := range []struct {
		key string
		all []data.Network
	}{
		{"free", []data.Network{data.NetworkFeed, data.NetworkGDELT, data.NetworkHackerNews}},
		{"account", []data.Network{data.NetworkMastodon, data.NetworkBluesky, data.NetworkTelegram, data.NetworkYouTube}},
		{"app", []data.Network{data.NetworkGoogle, data.NetworkFacebook, data.NetworkInstagram, data.NetworkThreads, data.NetworkReddit}},
		{"paid", []data.Network{data.NetworkX, data.NetworkTrustpilot}},
		{"other", []data.Network{data.NetworkJSON}},
	} {
		group := Group{Name: p.words.Text("sources.group." + g.key)}
		for _, n := range g.all {
			if slices.Contains(have, n) {
				group.Networks = append(group.Networks, n)
			}
		}
		out = append(out, group)
	}
	return out
}

// NetworkName names a network.
func (p *Presenter) NetworkName(n data.Network) string {
	return p.words.Text("sources.network." + string(n))
}

// What says what a network brings.
func (p *Presenter) What(n data.Network) string { return p.words.Text("sources.what." + string(n)) }

// Needs says what a network asks for and what it costs.
func (p *Presenter) Needs(n data.Network) string { return p.words.Text("sources.needs." + string(n)) }

// Steps are where to click, one after the other.
func (p *Presenter) Steps(n data.Network) []string {
	return strings.Split(p.words.Text("sources.steps."+string(n)), "\n")
}

// Page is where the first step leads; empty where it leads nowhere.
func Page(n data.Network) string { return pages[n] }

var pages = map[data.Network]string{
	data.NetworkBluesky:    "https://bsky.app/settings/app-passwords",
	data.NetworkYouTube:    "https://console.cloud.google.com/apis/library/youtube.googleapis.com",
	data.NetworkGoogle:     "https://developers.google.com/my-business/content/prereqs",
	data.NetworkFacebook:   "https://developers.facebook.com/tools/explorer",
	data.NetworkInstagram:  "https://developers.facebook.com/tools/explorer",
	data.NetworkThreads:    "https://developers.facebook.com/apps",
	data.NetworkReddit:     "https://www.reddit.com/prefs/apps",
	data.NetworkX:          "https://developer.x.com/en/portal/dashboard",
	data.NetworkTelegram:   "https://t.me/BotFather",
	data.NetworkTrustpilot: "https://developers.trustpilot.com",
	data.NetworkFeed:       "https://www.google.com/alerts",
}

// Field is what a form asks for, in words.
type Field struct {
	data.ConnectionField
	Label, Hint string
	Choices     []string // in words, beside those of the field
}

// Fields are what a network asks for.
func (p *Presenter) Fields(n data.Network) (out []Field) {
	for _, f := range p.desk.ConnectionFields(n) {
		one := Field{ConnectionField: f, Label: p.fieldText(n, f.Key, ""), Hint: p.fieldText(n, f.Key, ".hint")}
		if f.Optional {
			one.Label += " (" + p.words.Text("sources.optional") + ")"
		}
		for _, c := range f.Choices {
			one.Choices = append(one.Choices, p.words.Text("sources.choice."+c))
		}
		out = append(out, one)
	}
	return out
}

// fieldText is what is said of a field: of this network, else of all.
func (p *Presenter) fieldText(n data.Network, key, part string) string {
	if own := "sources.field." + string(n) + "." + key + part; p.words.Has(own) {
		return p.words.Text(own)
	}
	if all := "sources.field." + key + part; p.words.Has(all) {
		return p.words.Text(all)
	}
	return ""
}

// Pauses are how often a source can be fetched; 0 is by hand.
var Pauses = [...]time.Duration{0, 15 * time.Minute, time.Hour, 6 * time.Hour, 24 * time.Hour}

// PauseName says how often.
func (p *Presenter) PauseName(d time.Duration) string {
	return p.words.Text("sources.every." + strconv.Itoa(int(d/time.Minute)))
}

// Form is a source that is being set up.
type Form struct {
	p       *Presenter
	Source  data.Connection
	Secrets map[string]string
	Result  string // of the last test, in words
	Worked  bool
	Sample  []string // the newest mentions that the test found
	testing bool
}

// NewForm begins with a new source of a network, or with one that is stored.
func (p *Presenter) NewForm(c data.Connection) *Form {
	settings := map[string]string{}
	for k, v := range c.Settings {
		settings[k] = v
	}
	if c.Settings = settings; c.ID == 0 {
		c.Name, c.Every = p.freeName(c.Network), time.Hour
	}
	return &Form{p: p, Source: c, Secrets: map[string]string{}}
}

// freeName is the network's, with a number where it is taken.
func (p *Presenter) freeName(n data.Network) string {
	name := p.NetworkName(n)
	for i := 2; slices.ContainsFunc(p.shown.sources, func(c data.Connection) bool { return strings.EqualFold(c.Name, name) }); i++ {
		name = p.NetworkName(n) + " " + p.words.Number(int64(i))
	}
	return name
}

// Set fills a field in.
func (f *Form) Set(field data.ConnectionField, value string) {
	if field.Secret {
		f.Secrets[field.Key] = value
	} else {
		f.Source.Settings[field.Key] = value
	}
}

// Testing tells whether a test is under way.
func (f *Form) Testing() bool { return f.testing }

// Test tries what is filled in and says what it found.
func (f *Form) Test() {
	p := f.p
	f.testing, f.Result, f.Sample = true, p.words.Text("sources.testing"), nil
	p.face.Tested()
	p.testing.Load(func(ctx context.Context) func() {
		found, err := p.desk.TestConnection(ctx, f.Source, f.Secrets)
		return func() {
			f.testing = false
			f.tell(found, err)
			p.face.Tested()
		}
	})
}

func (f *Form) tell(found data.ConnectionTest, err error) {
	w := f.p.words
	if f.Worked = err == nil; !f.Worked {
		f.Result = f.p.explain(f.Source.Network, err)
		return
	}
	f.Result = w.Text("sources.tested", "Account", found.Account)
	if len(found.Missing) > 0 {
		f.Result += " " + w.Text("sources.missing", "What", strings.Join(found.Missing, ", "))
	}
	if len(found.Sample) == 0 {
		f.Result += " " + w.Text("sources.tested.none")
	}
	for _, m := range found.Sample {
		f.Sample = append(f.Sample, f.p.when(m.PublishedAt)+" · "+strings.Join(strings.Fields(m.Title+" "+m.Text), " "))
	}
}

// explain says what went wrong, with the label of a field that is missing.
func (p *Presenter) explain(n data.Network, err error) string {
	if field := data.ArgOf(err, "Field"); data.CodeOf(err) == data.ErrFetchField && field != "" {
		if label := p.fieldText(n, field, ""); label != "" {
			err = (&data.Error{Code: data.ErrFetchField, Err: err}).With("Field", label)
		}
	}
	message, hint := p.words.Explain(err)
	return message + " " + hint
}

// Save stores the source; it is fetched at once.
func (f *Form) Save() {
	p := f.p
	p.dispatcher.Do(func(ctx context.Context) func() {
		_, err := p.desk.SaveConnection(ctx, f.Source, f.Secrets)
		return func() {
			if err != nil {
				f.Worked, f.Result, f.Sample = false, p.explain(f.Source.Network, err), nil
				p.face.Tested()
				return
			}
			p.face.Stored()
			p.face.Said(p.words.Text("sources.done.saved", "Name", f.Source.Name))
		}
	})
}
