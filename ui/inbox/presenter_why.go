package inbox

import "vedetta/data"

// Reason is a part of the text, or what the source says, that pushed a label.
type Reason struct {
	Text  string
	Label data.Label // for which it speaks
}

// Why gives the reasons of a label, strongest first: the source's stars, then
// words, phrases and emoji. Each says with its sign for what it speaks, so
// that colour is not the only carrier.
func (p *Presenter) Why(d data.Detail) (reasons []Reason) {
	if d.Sentiment.Rated {
		reasons = append(reasons, Reason{Stars(d.Rating), ratedLabel(d.Rating)})
	}
	for _, word := range d.Sentiment.Words {
		if word.Weight < 0 {
			reasons = append(reasons, Reason{word.Text + " −", data.Negative})
		} else {
			reasons = append(reasons, Reason{word.Text + " +", data.Positive})
		}
	}
	return reasons
}

// ratedLabel is what a number of stars speaks for.
func ratedLabel(stars float64) data.Label {
	switch {
	case stars < 2.5:
		return data.Negative
	case stars < 3.5:
		return data.Neutral
	}
	return data.Positive
}

// Alerts are the words to watch that the text has, with what they are about.
func (p *Presenter) Alerts(d data.Detail) (alerts []string) {
	for _, w := range d.Watched {
		alerts = append(alerts, p.words.WatchGroup(w.Group)+": "+w.Text)
	}
	return alerts
}

// complaintShown is the probability from which a complaint is worth telling.
const complaintShown = 0.5

// Complaint tells that something is probably to be put right; empty otherwise.
func (p *Presenter) Complaint(d data.Detail) string {
	if d.Sentiment.Complaint < complaintShown {
		return ""
	}
	return p.words.Text("inbox.complaint", "Share", p.words.Percent(100*d.Sentiment.Complaint))
}
