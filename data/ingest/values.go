package ingest

import "strings"

// unwrap takes ="0000123", as spreadsheets keep ids from becoming numbers.
func unwrap(id string) string {
	if strings.HasPrefix(id, `="`) && strings.HasSuffix(id, `"`) {
		return id[2 : len(id)-1]
	}
	return id
}

// scientific tells an id as a spreadsheet shows a large number: 5.70306E+17.
// Many ids look the same then.
func scientific(id string) bool {
	at := strings.IndexAny(id, "eE")
	if at <= 0 || at+1 >= len(id) || len(id) > 30 {
		return false
	}
	mantissa, exponent := id[:at], strings.TrimPrefix(id[at+1:], "+")
	return digits(mantissa[:1]) >= 0 && exponent != "" && strings.Trim(exponent, "0123456789") == "" &&
		(len(mantissa) == 1 || len(mantissa) > 2 && strings.IndexByte(".,", mantissa[1]) >= 0 && strings.Trim(mantissa[2:], "0123456789") == "")
}

// idsSeen watches the ids of a file for what spreadsheets do to them.
type idsSeen struct{ all, long, rounded int }

// exactDigits is how many digits of a number a spreadsheet keeps.
const exactDigits = 15

func (i *idsSeen) add(id string) {
	if id == "" {
		return
	}
	i.all++
	if scientific(id) {
		i.long++
		i.rounded++
		return
	}
	if len(id) <= exactDigits || strings.Trim(id, "0123456789") != "" {
		return
	}
	i.long++
	if strings.Trim(id[exactDigits:], "0") == "" {
		i.rounded++
	}
}

// damaged tells whether the ids have been rounded: most of the long ones, and
// too many to be chance.
func (i *idsSeen) damaged() bool {
	return i.rounded > 0 && i.rounded*10 >= i.long*9 && i.long*2 >= i.all
}
