package ingest

import (
	"regexp"
	"strings"
)

// unwrap takes ="0000123", as spreadsheets keep ids from becoming numbers.
func unwrap(id string) string {
	if strings.HasPrefix(id, `="`) && strings.HasSuffix(id, `"`) {
		return id[2 : len(id)-1]
	}
	return id
}

// scientific is an id as a spreadsheet shows a large number.
var scientific = regexp.MustCompile(`^\d([.,]\d+)?[eE]\+?\d+$`)

// idsSeen watches the ids of a file for what spreadsheets do to them.
type idsSeen struct{ all, long, rounded int }

// exactDigits is how many digits of a number a spreadsheet keeps.
const exactDigits = 15

func (i *idsSeen) add(id string) {
	if id == "" {
		return
	}
	i.all++
	if scientific.MatchString(id) {
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
