package ingest

import (
	"strings"
	"time"

	"vedetta/data"
)

// Zones are the time zones of dates that carry none.
type Zones struct {
	Default *time.Location            // nil: UTC
	Of      map[string]*time.Location // by source, where it differs
}

// setDates decides in which zone the dates are, and what else is known of
// them before they are read.
func (m *Mapping) setDates(c contents, plan data.Plan, zones Zones, written time.Time) {
	zone := zones.Default
	if plan.Zone != nil {
		zone, zones.Of = plan.Zone, nil
	}
	told := m.toldZone(c)
	if told != nil {
		zone, zones.Of = told, nil
	}
	if zone == nil {
		zone = time.UTC
	}
	m.dates = newDates(zone, plan.DateOrder, written)
	m.dates.usual = usualOrder(c.format, c.header)
	m.zoned = map[string]dates{}
	for source, z := range zones.Of {
		m.zoned[source] = newDates(z, plan.DateOrder, written)
	}
	m.anyDate = plan.Date.UTC()
}

// toldZone is the zone that the file itself tells: in the name of the date's
// column ("Review Created (UTC)", "Date (GMT+01:00)") or above the header.
func (m *Mapping) toldZone(c contents) *time.Location {
	if len(m.at.date) > 0 {
		if zone := zoneIn(m.header[m.at.date[0]]); zone != nil {
			return zone
		}
	}
	if c.format.Zone != nil {
		return c.format.Zone(c.preamble)
	}
	return nil
}

// zoneIn reads UTC and GMT, with what they are apart, in the name of a column.
// Other abbreviations are as often wrong in summer as they are right.
func zoneIn(name string) *time.Location {
	words := strings.FieldsFunc(strings.ToUpper(name), func(r rune) bool { return strings.ContainsRune(" _.()[],;/", r) })
	for _, w := range words {
		if !strings.HasPrefix(w, "UTC") && !strings.HasPrefix(w, "GMT") {
			continue
		}
		if w == "UTC" || w == "GMT" {
			return time.UTC
		}
		if p, ok := split("2026-01-01 12:00 " + w[len("UTC"):]); ok && p.zoned {
			return time.FixedZone(w, p.offset)
		}
	}
	return nil
}

// datePublished reads the date in the zone of the mention's source.
func (m *Mapping) datePublished(out *data.Mention) data.Reason {
	if out.PublishedRaw == "" {
		out.PublishedAt = m.anyDate
		return ""
	}
	d := &m.dates
	if own, ok := m.zoned[out.Source]; ok {
		d = &own
	}
	var ok bool
	if out.PublishedAt, ok = d.parse(out.PublishedRaw); !ok {
		return data.RejectBadDate
	}
	return ""
}

func (m *Mapping) date(r Row) string {
	d := cell(r, m.at.date)
	if t := cell(r, m.at.time); t != "" && d != "" {
		return withoutMidnight(d) + " " + t
	}
	return d
}

// withoutMidnight takes away what spreadsheets put behind days.
func withoutMidnight(d string) string {
	for _, midnight := range []string{" 00:00:00", "T00:00:00", " 00:00", " 0:00:00", " 0:00"} {
		if day, ok := strings.CutSuffix(d, midnight); ok {
			return day
		}
	}
	return d
}
