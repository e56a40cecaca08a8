package store

import (
	"math"
	"slices"
	"strings"
	"time"

	"vedetta/data"
)

// query is a filter in SQL: the FROM and WHERE that give the mentions m that
// it means, and their arguments.
type query struct {
	from  string
	where []string
	args  []any
	// combos are the (status, label, source) lists when the inbox index can
	// serve them, one ordered stretch of the index for each combination.
	statuses []data.Status
	labels   []data.Label
	sources  []int64
	indexed  bool
}

// maxCombos is the number of index stretches above which walking the table by
// time is cheaper (spec/storage-charts-pdf.md: 72 take 2 ms, 360 take 23 ms).
const maxCombos = 80

// compile turns a filter into SQL.
func (s *Store) compile(f data.Filter) query {
	q := query{from: "mentions m"}
	q.text(f)
	q.issues(f)
	q.period(f.Period)
	q.marks(f)
	q.snoozing(f.Snoozed, s.clock().Unix())
	q.muting(s, f.Muted)
	q.groups(s, f.Groups)
	q.dimensions(s, f)
	return q
}

// groups adds the parts in parentheses, each of which is a filter of its own.
// Where the search index leads to what a part finds, its words are asked of the
// few mentions that come from there; else all that have them are listed first.
func (q *query) groups(s *Store, groups []data.Group) {
	for _, g := range groups {
		match, exact := groupMatch(g)
		if exact {
			continue // the index has answered it
		}
		has := "m.id IN (SELECT rowid FROM search WHERE " + searchMatch + ")"
		if match != "" {
			has = "EXISTS (SELECT 1 FROM search s WHERE s.search MATCH ? AND s.rowid = m.id)"
		}
		var parts []string
		for _, f := range g.Any {
			sub := s.compile(f)
			for i, w := range sub.where {
				sub.where[i] = strings.ReplaceAll(strings.ReplaceAll(w, searchID, "m.id"), issueID, "m.id")
				switch w {
				case searchMatch:
					sub.where[i] = has
				case issueLeads:
					sub.where[i] = ofIssue
				}
			}
			parts = append(parts, "("+sub.sqlWhere()+")")
			q.args = append(q.args, sub.args...)
		}
		cond := "(" + strings.Join(parts, " OR ") + ")"
		if g.Not {
			cond = "NOT " + cond
		}
		q.where = append(q.where, cond)
	}
}

// groupMatch is what to ask of the search index to find at least all that a
// group means; exact where it finds nothing else. It is empty where a part of
// the group has no words to ask for.
func groupMatch(g data.Group) (match string, exact bool) {
	if g.Not {
		return "", false
	}
	var parts []string
	exact = true
	for _, f := range g.Any {
		words, not := matchExpression(f.Text)
		if words == "" {
			return "", false
		}
		parts = append(parts, "("+words+")")
		f.Text = data.TextQuery{}
		exact = exact && not == "" && f.OnlyPeriod() && f.Period == data.Period{}
	}
	return strings.Join(parts, " OR "), exact
}

// searchMatch asks the search index, searchID is the mention's id in it.
const (
	searchMatch = "search MATCH ?"
	searchID    = "search.rowid"
)

func (q *query) and(cond string, args ...any) {
	q.where = append(q.where, cond)
	q.args = append(q.args, args...)
}

func (q *query) sqlWhere() string {
	if len(q.where) == 0 {
		return "1"
	}
	return strings.Join(q.where, " AND ")
}

// period restricts the ids; those of the search index or of an issue, where it
// leads, so that it skips what lies outside.
func (q *query) period(p data.Period) {
	id := q.id()
	if !p.From.IsZero() {
		q.and(id+" >= ?", int64(idAt(p.From)))
	}
	if !p.To.IsZero() {
		q.and(id+" < ?", int64(idAt(p.To)))
	}
}

// text joins the search index. Its rowids are the mentions' ids, so that it
// stops early on "newest first"; CROSS JOIN keeps the planner from turning
// the join round.
func (q *query) text(f data.Filter) {
	match, not := matchExpression(f.Text)
	for _, g := range f.Groups {
		if words, _ := groupMatch(g); words != "" {
			match = conjunction(match, words)
		}
	}
	if f.Author != "" {
		match = conjunction(match, `{author handle} : `+quote(f.Author))
		q.and("(m.author = ? COLLATE NOCASE OR m.handle = ? COLLATE NOCASE)", f.Author, f.Author)
	}
	if match != "" {
		q.from = "search CROSS JOIN mentions m ON m.id = search.rowid"
		q.and(searchMatch, match)
	}
	if not != "" {
		q.and("m.id NOT IN (SELECT rowid FROM search WHERE search MATCH ?)", not)
	}
}

// conjunction asks the search index for both.
func conjunction(a, b string) string {
	if a == "" {
		return b
	}
	return "(" + a + ") AND (" + b + ")"
}

// matchExpression writes a text query in FTS5's words. Clauses that only
// exclude cannot be asked of FTS5: their terms come back in not.
func matchExpression(t data.TextQuery) (match, not string) {
	var clauses, excluded []string
	for _, c := range t.Clauses {
		var yes, no []string
		for _, term := range c.Terms {
			e := quote(term.Text)
			if term.Prefix {
				e += "*"
			}
			if term.Not {
				no = append(no, e)
			} else {
				yes = append(yes, e)
			}
		}
		switch {
		case len(yes) == 0:
			excluded = append(excluded, no...)
		case len(no) == 0:
			clauses = append(clauses, "("+strings.Join(yes, " AND ")+")")
		default:
			clauses = append(clauses, "(("+strings.Join(yes, " AND ")+") NOT ("+strings.Join(no, " OR ")+"))")
		}
	}
	return strings.Join(clauses, " OR "), strings.Join(excluded, " OR ")
}

func quote(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

func (q *query) marks(f data.Filter) {
	if len(f.Langs) > 0 {
		q.and("m.lang IN (" + marks(len(f.Langs)) + ")")
		q.args = appendAll(q.args, f.Langs)
	}
	if len(f.Tags) > 0 {
		q.and("m.id IN (SELECT mention_id FROM mention_tags JOIN tags ON tags.id = tag_id WHERE tags.name IN (" + marks(len(f.Tags)) + "))")
		q.args = appendAll(q.args, f.Tags)
	}
	if f.Starred {
		q.and("m.id IN (SELECT mention_id FROM triage WHERE starred)")
	}
	if len(f.Replies) > 0 {
		q.and("m.id IN (SELECT mention_id FROM replies WHERE import_id = 0 AND text <> '' AND state IN (" + marks(len(f.Replies)) + "))")
		q.args = appendAll(q.args, f.Replies)
	}
	if f.Import > 0 {
		q.and("m.import_id = ? AND m.id BETWEEN (SELECT first_id FROM imports WHERE id = ?) AND (SELECT last_id FROM imports WHERE id = ?)",
			f.Import, f.Import, f.Import)
	}
	if f.Near != 0 {
		q.and("(m.id = ? OR m.id IN (SELECT mention_id FROM copies WHERE group_id = (SELECT group_id FROM copies WHERE mention_id = ?)))", f.Near, f.Near)
	}
	if f.Reach.On {
		q.and("m.reach >= ?", f.Reach.From)
		if f.Reach.Below > 0 {
			q.and("m.reach < ?", f.Reach.Below)
		}
	}
	if f.Rated.Max > 0 {
		q.and("m.rating BETWEEN ? AND ?", f.Rated.Min, f.Rated.Max)
	}
	if f.Not != nil && len(f.Not.Langs) > 0 {
		q.and("m.lang NOT IN (" + marks(len(f.Not.Langs)) + ")")
		q.args = appendAll(q.args, f.Not.Langs)
	}
	if f.Not != nil && len(f.Not.Tags) > 0 {
		q.and("m.id NOT IN (SELECT mention_id FROM mention_tags JOIN tags ON tags.id = tag_id WHERE tags.name IN (" + marks(len(f.Not.Tags)) + "))")
		q.args = appendAll(q.args, f.Not.Tags)
	}
}

// dimensions restricts status, label and source: what must not be is taken
// out of what may be, so that only lists of allowed values are left.
func (q *query) dimensions(s *Store, f data.Filter) {
	not := f.Not
	if not == nil {
		not = &data.Exclusions{}
	}
	q.statuses = allowed(f.Statuses, not.Statuses, data.Statuses[:])
	q.labels = allowed(f.Labels, not.Labels, data.Labels[:])
	all := s.allSourceIDs()
	q.sources = allowed(s.sourceIDs(f.Sources), s.sourceIDs(not.Sources), all)
	if len(f.Sources) > 0 && len(s.sourceIDs(f.Sources)) == 0 {
		q.sources = nil
	}
	combos := len(q.statuses) * len(q.labels) * len(q.sources)
	restricted := combos < len(data.Statuses)*len(data.Labels)*len(all)
	if !restricted && len(all) > 0 {
		return
	}
	q.indexed = combos <= maxCombos && q.from == "mentions m" && !inIssues(f) && f.Snoozed != data.OnlySnoozed && f.Muted != data.OnlyMuted
	q.and("m.status IN (" + join(q.statuses) + ")")
	q.and("m.label IN (" + join(q.labels) + ")")
	q.and("m.source_id IN (" + join(q.sources) + ")")
}

// allowed is chosen (or, if nothing was chosen, all) without the excluded.
func allowed[T comparable](chosen, excluded, all []T) []T {
	if len(chosen) == 0 {
		chosen = all
	}
	var out []T
	for _, v := range chosen {
		if !slices.Contains(excluded, v) && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// ids is the SQL that gives at most limit ids that the filter means, newest
// first and below before (0: from the newest).
func (q query) ids(before data.ID, limit int) (string, []any) {
	if before == 0 {
		before = math.MaxInt64
	}
	if !q.indexed {
		order := q.id()
		args := append(slices.Clone(q.args), int64(before), limit)
		return "SELECT m.id FROM " + q.from + " WHERE " + q.sqlWhere() + " AND " + order + " < ? ORDER BY " + order + " DESC LIMIT ?", args
	}
	parts, args := q.stretches("m.id < ? ORDER BY m.id DESC LIMIT ?", int64(before), limit)
	if len(parts) == 0 {
		return "SELECT m.id FROM mentions m WHERE 0", nil
	}
	return strings.Join(parts, " UNION ALL ") + " ORDER BY 1 DESC LIMIT ?", append(args, limit)
}

// oldest is the SQL that gives the id of the oldest mention that the filter
// means, and perhaps others.
func (q query) oldest() (string, []any) {
	if !q.indexed {
		return "SELECT m.id FROM " + q.from + " WHERE " + q.sqlWhere() + " ORDER BY m.id LIMIT 1", q.args
	}
	parts, args := q.stretches("1 ORDER BY m.id LIMIT 1")
	return strings.Join(parts, " UNION ALL "), args
}

// stretches selects from the inbox index, one ordered stretch for each
// combination of status, label and source.
func (q query) stretches(rest string, restArgs ...any) (parts []string, args []any) {
	for _, st := range q.statuses {
		for _, l := range q.labels {
			for _, src := range q.sources {
				parts = append(parts, "SELECT * FROM (SELECT m.id FROM mentions m INDEXED BY mentions_inbox WHERE "+
					"m.status = "+join([]data.Status{st})+" AND m.label = "+join([]data.Label{l})+" AND m.source_id = "+join([]int64{src})+
					" AND "+q.sqlWhere()+" AND "+rest+")")
				args = append(append(args, q.args...), restArgs...)
			}
		}
	}
	return parts, args
}

func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?,", n), ",") }

func appendAll[T any](args []any, values []T) []any {
	for _, v := range values {
		args = append(args, v)
	}
	return args
}

// aligned tells whether t is a whole hour, or an open bound.
func aligned(t time.Time) bool { return t.IsZero() || t.Unix()%3600 == 0 }

// midnight tells whether t begins a local day, or is an open bound.
func midnight(t time.Time, zone *time.Location) bool {
	return t.IsZero() || data.DayStart(t, zone).Equal(t)
}
