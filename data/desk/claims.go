package desk

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"vedetta/data"
	"vedetta/data/drivers"
	"vedetta/data/store"
)

// Claims lists what people say in a crisis; how many mentions say so is not
// counted yet: Mentions is -1.
func (d *Desk) Claims(ctx context.Context, issue int64) ([]data.Claim, error) {
	return d.store.Claims(ctx, issue)
}

// CountedClaims is Claims with how many mentions say each, where its query can
// tell; among a million mentions that takes a tenth of a second.
func (d *Desk) CountedClaims(ctx context.Context, issue int64) ([]data.Claim, error) {
	all, err := d.store.Claims(ctx, issue)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	c, err := d.store.Crisis(ctx, issue)
	if err != nil {
		return nil, err
	}
	for n := range all {
		f, ok := d.saying(c, all[n])
		if !ok {
			continue
		}
		if all[n].Mentions, err = d.store.Count(ctx, f, claimCounted); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// claimCounted is how far the mentions that say a claim are counted.
const claimCounted = 100_000

// saying are the mentions that say a claim: those that its query finds since
// shortly before the crisis, until shortly after its end.
func (d *Desk) saying(c data.Crisis, claim data.Claim) (data.Filter, bool) {
	if claim.Query == "" {
		return data.Filter{}, false
	}
	f, err := data.ParseQuery(claim.Query, d.Zone())
	if err != nil {
		return data.Filter{}, false // of an earlier version: it was read when it was saved
	}
	if f.Period.From.IsZero() {
		f.Period.From = c.Onset.Add(-alikeBefore)
	}
	if f.Period.To.IsZero() && !c.ClosedAt.IsZero() {
		f.Period.To = c.ClosedAt.Add(alikeBefore)
	}
	return f, true
}

// ClaimMentions are the mentions that say a claim; false if its query finds
// none.
func (d *Desk) ClaimMentions(ctx context.Context, claim data.Claim) (data.Filter, bool, error) {
	c, err := d.store.Crisis(ctx, claim.Issue)
	if err != nil {
		return data.Filter{}, false, err
	}
	f, ok := d.saying(c, claim)
	return f, ok, nil
}

// SaveClaim keeps a claim with its finding, a new one if it has no id. Without
// a query one is made of the words that tell it; a query that cannot be read is
// ErrQuery.
func (d *Desk) SaveClaim(ctx context.Context, c data.Claim) (id int64, undo Undo, err error) {
	if c.Text = oneLine(strings.ToValidUTF8(c.Text, "")); c.Text == "" {
		return 0, nil, &data.Error{Code: data.ErrClaimEmpty}
	}
	c.Correction, c.Source = strings.TrimSpace(c.Correction), strings.TrimSpace(c.Source)
	c.Finding = cmp.Or(c.Finding, data.FindingOpen)
	if c.Query = strings.TrimSpace(c.Query); c.Query == "" {
		if c.Query, err = d.QueryForClaim(ctx, c.Text); err != nil {
			return 0, nil, err
		}
	}
	if _, err := data.ParseQuery(c.Query, d.Zone()); err != nil {
		return 0, nil, err
	}
	undo, err = d.undoableCrisis(ctx, func(e *store.IssueEdit) (err error) {
		var before data.Claim
		if id, before, err = e.PutClaim(c); err != nil {
			return err
		}
		if before.Text == c.Text && before.Finding == c.Finding {
			return nil // its correction or its query: no decision
		}
		if before.ID == 0 {
			e.LogTakenBack(c.Issue, data.LogClaimGone, c.Text, nil)
		} else {
			e.LogTakenBack(c.Issue, data.LogClaim, before.Text, map[string]any{"from": c.Finding, "to": before.Finding})
		}
		return e.LogCrisis(c.Issue, data.LogClaim, c.Text, map[string]any{"from": before.Finding, "to": c.Finding})
	})
	return id, undo, err
}

// DropClaim takes a claim off the list; the log keeps that it stood there.
func (d *Desk) DropClaim(ctx context.Context, id int64) (Undo, error) {
	return d.undoableCrisis(ctx, func(e *store.IssueEdit) error {
		c, err := e.DropClaim(id)
		if err != nil {
			return err
		}
		e.LogTakenBack(c.Issue, data.LogClaim, c.Text, map[string]any{"from": "", "to": c.Finding})
		return e.LogCrisis(c.Issue, data.LogClaimGone, c.Text, nil)
	})
}

const (
	claimWords   = 12 // of a claim that are looked up
	claimTelling = 4  // of which the rarest tell it
)

// QueryForClaim makes a search for mentions that say something alike: any two
// of its most telling words, whatever their endings. A word that no mention has
// finds nothing and is left out.
func (d *Desk) QueryForClaim(ctx context.Context, text string) (string, error) {
	all, _, err := d.store.Size(ctx)
	if err != nil {
		return "", err
	}
	weights := map[string]float64{}
	var words []string
	for _, s := range drivers.Words([]drivers.Text{{Text: text}}, claimWords) {
		word := beginning(s.Word)
		n, err := d.store.Count(ctx, data.Filter{Text: data.TextQuery{Clauses: []data.Clause{{Terms: []data.Term{{Text: strings.TrimSuffix(word, "*"), Prefix: strings.HasSuffix(word, "*")}}}}}}, alikeCommon)
		if err != nil {
			return "", err
		}
		if n > 0 && weights[word] == 0 {
			weights[word] = math.Log(float64(all+1) / float64(n))
			words = append(words, word)
		}
	}
	slices.SortStableFunc(words, func(a, b string) int { return cmp.Compare(weights[b], weights[a]) })
	words = words[:min(claimTelling, len(words))]
	if len(words) < 2 {
		return strings.Join(words, " "), nil
	}
	var either []string
	for _, p := range pairs(words) {
		either = append(either, strings.Join(p, " "))
	}
	return strings.Join(either, " OR "), nil
}

// beginning is a word without the letters that change, as a search for how it
// begins; short words stay as they are.
func beginning(word string) string {
	const shortest, endings = 4, 2
	word = strings.ToLower(strings.TrimLeft(word, "#@"))
	letters := []rune(word)
	if len(letters) <= shortest {
		return word
	}
	return string(letters[:max(shortest, len(letters)-endings)]) + "*"
}

// Questions is the sheet of questions and answers of a crisis.
func (d *Desk) Questions(ctx context.Context, issue int64) ([]data.Question, error) {
	return d.store.Questions(ctx, issue)
}

// SaveQuestion keeps a question with its answer, a new one at the end if it has
// no id.
func (d *Desk) SaveQuestion(ctx context.Context, issue int64, q data.Question) (id int64, undo Undo, err error) {
	q.Issue, q.Question, q.Answer = issue, oneLine(strings.ToValidUTF8(q.Question, "")), strings.TrimSpace(strings.ToValidUTF8(q.Answer, ""))
	if q.Question == "" {
		return 0, nil, &data.Error{Code: data.ErrQuestionEmpty}
	}
	undo, err = d.undoableCrisis(ctx, func(e *store.IssueEdit) (err error) {
		id, _, err = e.PutQuestion(q)
		return err
	})
	return id, undo, err
}

// DropQuestion takes a question off the sheet.
func (d *Desk) DropQuestion(ctx context.Context, id int64) (Undo, error) {
	return d.undoableCrisis(ctx, func(e *store.IssueEdit) error {
		_, err := e.DropQuestion(id)
		return err
	})
}
