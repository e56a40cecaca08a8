package ingest

import (
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/ingest/formats"
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
// column ("Review Created (UTC)") or above the header.
func (m *Mapping) toldZone(c contents) *time.Location {
	if len(m.at.date) > 0 && strings.HasSuffix(formats.Fold(m.header[m.at.date[0]]), " utc") {
		return time.UTC
	}
	if c.format.Zone != nil {
		return c.format.Zone(c.preamble)
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
		return d + " " + t
	}
	return d
}
