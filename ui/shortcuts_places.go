package ui

// keyPlace is a part of the sheet: where its keys work.
type keyPlace struct {
	name     string   // last part of the translation key
	packages []string // folders of ui whose code takes the keys
	keys     []shortcut
}

// sheet are all keys by place, in the order in which one meets them. Those of
// the window are made to work by addShortcuts; those of a screen are taken by
// its own code, and a test compares the two.
func sheet() []keyPlace {
	return []keyPlace{
		{"window", []string{"."}, shortcuts()},
		{"list", []string{"inbox"}, inboxKeys()},
		{"writing", []string{"inbox"}, []shortcut{
			{shown: "Ctrl+Enter", says: "shortcuts.send", takes: "Return Enter"},
			{shown: "Ctrl+Shift+Enter", says: "shortcuts.queue"},
			{shown: "Esc", says: "shortcuts.leave", takes: "Escape"},
		}},
		{"search", []string{"inbox"}, []shortcut{
			{shown: "↓  ↑", says: "shortcuts.suggestions", takes: "Down Up"},
			{shown: "Tab  Enter", says: "shortcuts.take", takes: "Tab Return Enter"},
			{shown: "F2", says: "shortcuts.view_menu", takes: "F2 Menu"},
		}},
		{"issues", []string{"issues"}, append(listKeys(),
			shortcut{shown: "n", says: "shortcuts.issue_new", takes: "n"},
			shortcut{shown: "Enter", says: "shortcuts.issue_open", takes: "Return Enter"},
			shortcut{shown: "z", says: "shortcuts.undo", takes: "z"},
			shortcut{shown: "Esc", says: "shortcuts.leave", takes: "Escape"})},
		{"crisis", []string{"crisis"}, []shortcut{
			{shown: "n", says: "shortcuts.crisis_new", takes: "n"},
			{shown: "l", says: "shortcuts.crisis_log", takes: "l"},
			{shown: "z", says: "shortcuts.undo", takes: "z"},
			{shown: "Esc", says: "shortcuts.leave", takes: "Escape"},
		}},
		{"incidents", []string{"incidents"}, append(listKeys(),
			shortcut{shown: "Home  End", says: "shortcuts.ends", takes: "Home End"},
			shortcut{shown: "Enter", says: "shortcuts.incident_open", takes: "Return Enter"},
			shortcut{shown: "u", says: "shortcuts.useful", takes: "u"},
			shortcut{shown: "n", says: "shortcuts.no_crisis", takes: "n"},
			shortcut{shown: "Esc", says: "shortcuts.back", takes: "Escape"})},
		{"templates", []string{"templates"}, append(listKeys(),
			shortcut{shown: "n", says: "shortcuts.template_new", takes: "n"},
			shortcut{shown: "z", says: "shortcuts.undo", takes: "z"},
			shortcut{shown: "Esc", says: "shortcuts.back", takes: "Escape"})},
		{"rules", []string{"rules"}, []shortcut{
			{shown: "n", says: "shortcuts.rule_new", takes: "n"},
			{shown: "z", says: "shortcuts.undo", takes: "z"},
			{shown: "Esc", says: "shortcuts.back", takes: "Escape"},
		}},
		{"sources", []string{"sources"}, []shortcut{
			{shown: "n", says: "shortcuts.source_new", takes: "n"},
		}},
		{"audit", []string{"audit"}, []shortcut{
			{shown: "1  2  3", says: "shortcuts.label", takes: "1 2 3"},
			{shown: "←  →", says: "shortcuts.audit_move", takes: "Left Right Backspace"},
			{shown: "Esc", says: "shortcuts.back", takes: "Escape"},
		}},
		{"others", []string{"overview", "warning", "importer"}, []shortcut{
			{shown: "Esc", says: "shortcuts.close_or_back", takes: "Escape"},
		}},
		{"controls", []string{"kit"}, []shortcut{
			{shown: "Tab", says: "ui.key.tab"},
			{shown: "Space  Enter", says: "ui.key.press", takes: "Space Return Enter"},
			{shown: "←  →", says: "shortcuts.choice", takes: "Left Right"},
			{shown: "Del", says: "shortcuts.remove", takes: "Delete Backspace"},
			{shown: "Esc", says: "shortcuts.leave", takes: "Escape"},
		}},
	}
}

// listKeys move in a short list.
func listKeys() []shortcut {
	return []shortcut{{shown: "j  k  ↓  ↑", says: "shortcuts.move", takes: "j k Down Up"}}
}

// inboxKeys are those of the list of mentions.
func inboxKeys() []shortcut {
	return append(listKeys(), []shortcut{
		{shown: "PgDn  PgUp", says: "shortcuts.page", takes: "PageDown PageUp"},
		{shown: "Home  End", says: "shortcuts.ends", takes: "Home End"},
		{shown: "x  Space", says: "shortcuts.mark", takes: "x Space"},
		{shown: "Shift+↓  ↑", says: "shortcuts.extend"},
		{shown: "r", says: "shortcuts.reply", takes: "r"},
		{shown: "a", says: "shortcuts.suggested", takes: "a"},
		{shown: "S", says: "shortcuts.send", takes: "S"},
		{shown: "t", says: "shortcuts.tag", takes: "t"},
		{shown: "i", says: "shortcuts.issue", takes: "i"},
		{shown: "e", says: "shortcuts.archive", takes: "e"},
		{shown: "n", says: "shortcuts.needs_reply", takes: "n"},
		{shown: "o", says: "shortcuts.open", takes: "o"},
		{shown: "m", says: "shortcuts.replied", takes: "m"},
		{shown: "1  2  3", says: "shortcuts.label", takes: "1 2 3"},
		{shown: "0", says: "shortcuts.automatic", takes: "0"},
		{shown: "s", says: "shortcuts.star", takes: "s"},
		{shown: "p", says: "shortcuts.priority", takes: "p"},
		{shown: "h", says: "shortcuts.snooze", takes: "h"},
		{shown: "X", says: "shortcuts.all", takes: "X"},
		{shown: "R", says: "shortcuts.reply_all", takes: "R"},
		{shown: "c", says: "copies.key", takes: "c"},
		{shown: "C", says: "copies.key.all", takes: "C"},
		{shown: "/", says: "shortcuts.search", takes: "/"},
		{shown: "z", says: "shortcuts.undo", takes: "z"},
		{shown: "Esc", says: "shortcuts.clear", takes: "Escape"},
	}...)
}
