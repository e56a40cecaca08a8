package desk

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/drivers"
)

const (
	alikeRead    = 400                 // mentions of an issue whose words are looked at
	alikeWords   = 24                  // words that are looked up
	alikeTelling = 5                   // of which so many tell it apart
	alikeCommon  = 5000                // a word in more mentions is counted no further
	alikeBefore  = 14 * 24 * time.Hour // before its first mention, what may belong to it
)

// MoreLikeThis proposes mentions that may belong to an issue, at most n: first
// what says the same as one of its own, then what shares the words that tell
// it apart, those with most of them first.
func (d *Desk) MoreLikeThis(ctx context.Context, id int64, n int) ([]data.Proposal, error) {
	issue, err := d.store.Issue(ctx, id)
	if err != nil || issue.Mentions == 0 {
		return nil, err
	}
	copies, err := d.store.CopiesOfIssue(ctx, id, n)
	if err != nil {
		return nil, err
	}
	rows, err := d.store.RowsOf(ctx, copies)
	if err != nil {
		return nil, err
	}
	var out []data.Proposal
	for _, r := range rows {
		out = append(out, data.Proposal{Row: r, Copy: true})
	}
	if len(out) >= n {
		return out[:n], nil
	}
	words, err := d.tellingWords(ctx, issue)
	if err != nil {
		return nil, err
	}
	alike, err := d.sharing(ctx, issue, words, copies, n)
	alike = append(out, alike...)
	return alike[:min(n, len(alike))], err
}

// tellingWords are the words that stand in many mentions of an issue and in
// few others.
func (d *Desk) tellingWords(ctx context.Context, issue data.Issue) ([]string, error) {
	texts, err := d.store.Texts(ctx, data.Filter{Issues: []int64{issue.ID}}, issue.Mentions, alikeRead)
	if err != nil {
		return nil, err
	}
	read := make([]drivers.Text, len(texts))
	for i, t := range texts {
		read[i] = drivers.Text(t)
	}
	all, _, err := d.store.Size(ctx)
	if err != nil {
		return nil, err
	}
	shared := drivers.Words(read, alikeWords)
	weights := map[string]float64{}
	for _, s := range shared {
		n, err := d.store.Count(ctx, data.Filter{Text: asking([]string{s.Word})}, alikeCommon)
		if err != nil {
			return nil, err
		}
		if 2*n < all {
			weights[s.Word] = float64(s.Texts) * math.Log(float64(all)/float64(max(n, 1)))
		}
	}
	shared = slices.DeleteFunc(shared, func(s drivers.Shared) bool { return weights[s.Word] <= 0 })
	slices.SortStableFunc(shared, func(a, b drivers.Shared) int { return cmp.Compare(weights[b.Word], weights[a.Word]) })
	var words []string
	for _, s := range shared[:min(alikeTelling, len(shared))] {
		words = append(words, s.Word)
	}
	return words, nil
}

// asking asks for all of some words.
func asking(words ...[]string) (q data.TextQuery) {
	for _, all := range words {
		var c data.Clause
		for _, w := range all {
			c.Terms = append(c.Terms, data.Term{Text: w})
		}
		q.Clauses = append(q.Clauses, c)
	}
	return q
}

// pairs are all pairs of words.
func pairs(words []string) (out [][]string) {
	for i, a := range words {
		for _, b := range words[i+1:] {
			out = append(out, []string{a, b})
		}
	}
	return out
}

// sharing finds mentions outside an issue that share two of its words or,
// where there are not enough, the strongest one.
func (d *Desk) sharing(ctx context.Context, issue data.Issue, words []string, without []data.ID, n int) ([]data.Proposal, error) {
	var out []data.Proposal
	seen := map[data.ID]bool{}
	for _, id := range without {
		seen[id] = true
	}
	for _, query := range [][][]string{pairs(words), {words[:min(1, len(words))]}} {
		if len(query) == 0 || len(query[0]) == 0 || len(out) >= n {
			continue
		}
		f := data.Filter{
			Period: data.Period{From: issue.First.Add(-alikeBefore)}, Text: asking(query...),
			Not: &data.Exclusions{Issues: []int64{issue.ID}},
		}
		rows, err := d.store.FoldedPage(ctx, f, 0, 4*n)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			if !seen[r.ID] {
				seen[r.ID] = true
				out = append(out, data.Proposal{Row: r, Words: carriedBy(r, words)})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b data.Proposal) int { return cmp.Compare(len(b.Words), len(a.Words)) })
	return out, nil
}

// carriedBy are the words that can be read in a row.
func carriedBy(r data.Row, words []string) (out []string) {
	text := strings.ToLower(r.Snippet)
	for _, w := range words {
		if strings.Contains(text, w) {
			out = append(out, w)
		}
	}
	return out
}
