package main

// outlet is a newspaper, a blog or a forum; all are made up.
type outlet struct {
	kind, lang, name, domain string
	reach                    int
}

var outlets = []outlet{
	{"news", "it", "Gazzettino della Mole", "gazzettinodellamole.example", 182000},
	{"news", "it", "Torino Ogni Giorno", "torinoognigiorno.example", 96000},
	{"news", "it", "Il Quotidiano del Po", "quotidianodelpo.example", 64000},
	{"news", "it", "Portici Oggi", "porticioggi.example", 38000},
	{"news", "it", "La Voce della Dora", "vocedelladora.example", 21000},
	{"news", "it", "Cronache Sabaude", "cronachesabaude.example", 47000},
	{"news", "en", "The Piedmont Post", "piedmontpost.example", 29000},
	{"news", "en", "Alpine Weekly", "alpineweekly.example", 17000},
	{"blog", "it", "Briciole in tasca", "bricioleintasca.example", 5200},
	{"blog", "it", "Farina e lievito", "farinaelievito.example", 8100},
	{"blog", "it", "Sapori sotto i portici", "saporisottoiportici.example", 3900},
	{"blog", "en", "Slow crumbs", "slowcrumbs.example", 6100},
	{"forum", "it", "Forum dei torinesi", "forumdeitorinesi.example", 2400},
	{"forum", "it", "Vivere senza glutine", "viveresenzaglutine.example", 3100},
	{"forum", "it", "Spesa intelligente", "spesaintelligente.example", 1800},
}

// outletFor finds the paper or blog that prints a mention; forums print people.
func outletFor(d *dice, m *mention, lang string) (*person, bool) {
	if !m.press() {
		return nil, false
	}
	o := outletOf(d, m.source, lang)
	return &person{name: o.name, followers: o.reach}, true
}

func outletOf(d *dice, kind, lang string) outlet {
	var fit []outlet
	for _, o := range outlets {
		if o.kind == kind && o.lang == lang {
			fit = append(fit, o)
		}
	}
	return pick(d, fit)
}

// outletNamed finds an outlet again by its name.
func outletNamed(name string) (outlet, bool) {
	for _, o := range outlets {
		if o.name == name {
			return o, true
		}
	}
	return outlet{}, false
}
