package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"vedetta/data"
)

// Check looks for damage: the file's own structure, the search index, and
// counts that do not equal the mentions. It returns what it found wrong.
func (s *Store) Check(ctx context.Context) (problems []string, err error) {
	// On a connection that has searched before, quick_check looks at the search
	// index through what it remembers of it, and sees damage where another
	// connection has written since. A new connection remembers nothing.
	fresh, err := sql.Open(driverName, readerDSN(s.path))
	if err != nil {
		return nil, err
	}
	defer fresh.Close()
	var quick string
	if err := fresh.QueryRowContext(ctx, `PRAGMA quick_check(1)`).Scan(&quick); err != nil {
		return nil, explain(err, s.path)
	}
	if quick != "ok" {
		problems = append(problems, "file: "+quick)
	}
	if _, err := s.writer.ExecContext(ctx, `INSERT INTO search (search) VALUES ('integrity-check')`); err != nil {
		if data.CodeOf(explain(err, s.path)) != data.ErrWorkspaceBroken {
			return problems, explain(err, s.path)
		}
		problems = append(problems, "search index: "+err.Error())
	}
	for _, c := range slices.Concat(countChecks, copyChecks) {
		var n int
		if err := s.reader.QueryRowContext(ctx, "SELECT count(*) FROM ("+c.sql+")").Scan(&n); err != nil {
			return problems, explain(err, s.path)
		}
		if n > 0 {
			problems = append(problems, fmt.Sprintf("%s: %d", c.name, n))
		}
	}
	return problems, nil
}

// countedSums adds mentions up as the tally does.
var countedSums = `count(*), sum(status IN (` + join(data.Unanswered) + `)), sum(max(reach, 0)), sum(reach >= 0)`

// check selects rows that must not exist.
type check struct{ name, sql string }

var countChecks = []check{
	{"hours that differ from the mentions", `
		SELECT source_id, hour, label, n, waiting, reach, reach_known FROM agg_hour WHERE n <> 0 AND source_id > 0
		EXCEPT SELECT source_id, published_at / 3600, label, ` + countedSums + ` FROM mentions GROUP BY 1, 2, 3`},
	{"mentions missing from the hours", `
		SELECT source_id, published_at / 3600, label, ` + countedSums + ` FROM mentions GROUP BY 1, 2, 3
		EXCEPT SELECT source_id, hour, label, n, waiting, reach, reach_known FROM agg_hour`},
	{"hours of all sources that differ from their sum", `
		SELECT hour, label, n, waiting, reach, reach_known FROM agg_hour WHERE n <> 0 AND source_id = 0
		EXCEPT SELECT hour, label, sum(n), sum(waiting), sum(reach), sum(reach_known) FROM agg_hour WHERE source_id > 0 GROUP BY 1, 2`},
	{"days that differ from the hours", `
		SELECT source_id, label, sum(n), sum(waiting), sum(reach) FROM agg_day GROUP BY 1, 2 HAVING sum(n) <> 0
		EXCEPT SELECT source_id, label, sum(n), sum(waiting), sum(reach) FROM agg_hour GROUP BY 1, 2`},
	{"statuses that differ from the mentions", `
		SELECT status, label, source_id, n FROM agg_status WHERE n <> 0
		EXCEPT SELECT status, label, source_id, count(*) FROM mentions GROUP BY 1, 2, 3`},
	{"triage that the mention does not show", `
		SELECT m.id FROM triage t JOIN mentions m ON m.id = t.mention_id
		WHERE m.status <> t.status OR m.label <> coalesce(t.override, m.model_label)`},
}
