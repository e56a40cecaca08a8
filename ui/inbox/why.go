package inbox

import (
	"fyne.io/fyne/v2"

	"vedetta/data"
	"vedetta/ui/kit"
)

// whySection shows what pushed the label of a mention, and what to watch.
type whySection struct {
	env       *kit.Env
	presenter *Presenter
	caption   *kit.Para
	reasons   *fyne.Container
	root      fyne.CanvasObject
}

func newWhySection(env *kit.Env, p *Presenter) *whySection {
	s := &whySection{env: env, presenter: p, caption: kit.NewPara(kit.Caption, ""), reasons: kit.Flow(4)}
	s.root = kit.NewDown(4, s.caption, s.reasons)
	return s
}

func (s *whySection) show(d data.Detail) {
	s.reasons.RemoveAll()
	for _, alert := range s.presenter.Alerts(d) {
		s.reasons.Add(kit.NewChip("⚠ "+kit.Plain(alert), kit.ToneWarn, nil, nil))
	}
	reasons := s.presenter.Why(d)
	for _, r := range reasons {
		s.reasons.Add(kit.NewChip(kit.Plain(kit.OneLine(r.Text)), kit.ToneOf(r.Label), nil, nil))
	}
	if complaint := s.presenter.Complaint(d); complaint != "" {
		s.reasons.Add(kit.NewChip(complaint, kit.TonePlain, nil, nil))
	}
	key := "inbox.why"
	if len(reasons) == 0 {
		key = "inbox.why.nothing"
	}
	s.caption.SetText(s.env.Words.Text(key))
}
