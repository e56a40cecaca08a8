package desk

import (
	"context"

	"vedetta/data/sentiment"
)

// WatchLangs are the languages that have words to watch.
var WatchLangs = []string{"it", "en"}

func watchSetting(lang string) string { return "watch." + lang }

func (d *Desk) readWatchWords(ctx context.Context) (*sentiment.WatchWords, error) {
	lists := map[string]string{}
	for _, lang := range WatchLangs {
		list, _, err := d.WatchList(ctx, lang)
		if err != nil {
			return nil, err
		}
		lists[lang] = list
	}
	return sentiment.ReadWatchWords(lists)
}

// WatchList is the list of words to watch of a language, "group: term" a line,
// and whether the person changed it.
func (d *Desk) WatchList(ctx context.Context, lang string) (list string, own bool, err error) {
	list, err = d.store.Setting(ctx, watchSetting(lang))
	if list == "" {
		return sentiment.WatchList(lang), false, err
	}
	return list, true, err
}

// SetWatchList stores the person's list and looks through all mentions with
// it; "" goes back to the one that comes with the program. A line that cannot
// be read is ErrWatchList, and nothing changes.
func (d *Desk) SetWatchList(ctx context.Context, lang, list string) error {
	if _, err := sentiment.ReadWatchWords(map[string]string{lang: list}); err != nil {
		return err
	}
	if err := d.store.SetSetting(ctx, watchSetting(lang), list); err != nil {
		return err
	}
	words, err := d.readWatchWords(ctx)
	if err != nil {
		return err
	}
	next := *d.labels.Load()
	next.watch = words
	d.labels.Store(&next)
	if err := d.store.Rescore(ctx, next.id); err != nil {
		return err
	}
	d.rescorer.kick()
	return nil
}
