package inbox

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"vedetta/ui/kit"
)

// replyAll asks how to answer many mentions at once, and shows how far their
// drafts are.
type replyAll struct {
	env       *kit.Env
	answer    *Answering // whose templates are offered
	presenter *replyAllPresenter
	strip     *progressStrip

	template, form, write *kit.Button
	sample                *kit.Para
	dialog                *dialog.CustomDialog
}

const replyAllWidth, sampleHeight = 560, 190

func newReplyAll(env *kit.Env, d replyAllDesk, list *Presenter, done, said func(string), failed func(error), resized func()) *replyAll {
	r := &replyAll{env: env, answer: list.answer}
	p := newReplyAllPresenter(d, env.Words, env.Dispatcher, env.History)
	p.ask, p.changed, p.done, p.said, p.failed = r.ask, r.show, done, said, failed
	r.presenter = p
	r.strip = newProgressStrip(env, p.stop, resized)
	return r
}

// ask lets the person choose a template and see what it makes of the first
// mention.
func (r *replyAll) ask() {
	w, p := r.env.Words, r.presenter
	r.template = kit.NewButton(kit.Secondary, "", func() { kit.OpenMenu(r.template, templateItems(w, r.answer.Offered(), p.use)) })
	r.form = kit.NewButton(kit.Secondary, "", func() {
		kit.OpenMenu(r.form, formItems(w, r.answer.Form(), func(f Form) { r.answer.SetForm(f); p.use("") }))
	})
	r.write = kit.NewButton(kit.Primary, w.Count("replyall.write", len(p.ids)), func() { r.dialog.Hide(); p.start() })
	r.sample = kit.NewPara(kit.Body, "")
	same := widget.NewCheck(w.Text("replyall.language"), func(on bool) { p.inLanguage = on })
	same.Checked = p.inLanguage
	sample := kit.NewPanel(kit.Inset(10, 10, 12, 12, container.NewVScroll(r.sample)))
	content := kit.NewDown(10, kit.NewPara(kit.Body, w.Count("replyall.what", len(p.ids))), kit.Flow(6, r.template, r.form),
		kit.Sized(0, sampleHeight, sample), same, kit.NewPara(kit.Caption, w.Text("replyall.hint")))
	r.dialog = dialog.NewCustomWithoutButtons(w.Text("replyall.title"), kit.Sized(replyAllWidth, 0, kit.Inset(0, 10, 0, 0, content)), r.env.Window)
	r.dialog.SetButtons([]fyne.CanvasObject{kit.NewButton(kit.Secondary, w.Text("kit.cancel"), r.dialog.Hide), r.write})
	r.show()
	r.dialog.Show()
}

// show brings the dialog, or the strip while drafts are written, up to date.
func (r *replyAll) show() {
	w, p := r.env.Words, r.presenter
	if p.running != nil {
		r.strip.show(p.far())
		return
	}
	r.strip.hide()
	name, sample := w.Text("reply.template.none"), w.Text("replyall.sample")
	if p.key != "" {
		name, sample = r.answer.templateNamed(p.key), p.sample
	}
	r.template.SetText(w.Text("reply.template", "Name", name) + " ▾")
	r.form.SetText(formWords(w, r.answer.Form()) + " ▾")
	r.sample.SetText(kit.Plain(sample))
	r.write.SetEnabled(p.key != "")
}
