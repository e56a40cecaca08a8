package data

import "errors"

// within adds the whole search to an error in it.
func within(query string, err error) error {
	var wrong *Error
	if !errors.As(err, &wrong) {
		return err
	}
	return wrong.With("Query", query)
}

// QueryFault tells of an ErrQuery which search it is about and which of its
// runes, from and to, are wrong; false for any other error.
func QueryFault(err error) (query string, from, to int, ok bool) {
	var wrong *Error
	if !errors.As(err, &wrong) || wrong.Code != ErrQuery {
		return "", 0, 0, false
	}
	query, _ = wrong.Args["Query"].(string)
	at, _ := wrong.Args["At"].(int)
	what, _ := wrong.Args["What"].(string)
	end := len([]rune(query))
	from = min(max(at-1, 0), end)
	return query, from, min(from+max(len([]rune(what)), 1), end), query != ""
}
