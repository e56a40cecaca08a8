package crisis

import "vedetta/data"

// Stakeholders is the map that a small business starts from (spec c7): whom to
// tell, in the order in which it is done. Those harmed and the staff hear it
// from us before the press does. Names are left to the words of a language.
func Stakeholders() []data.Stakeholder {
	return []data.Stakeholder{
		{Group: "harmed", Influence: 4, Interest: 5},
		{Group: "staff", Influence: 4, Interest: 5},
		{Group: "owner", Influence: 5, Interest: 5},
		{Group: "authority", Influence: 5, Interest: 3},
		{Group: "lawyer", Influence: 3, Interest: 3},
		{Group: "insurer", Influence: 3, Interest: 3},
		{Group: "partner", Influence: 3, Interest: 4},
		{Group: "supplier", Influence: 2, Interest: 3},
		{Group: "landlord", Influence: 2, Interest: 2},
		{Group: "platform", Influence: 3, Interest: 1},
		{Group: "press", Influence: 4, Interest: 3},
	}
}

// BeforePress lists those who must have been told when the press is.
var BeforePress = [...]string{"harmed", "staff", "owner"}
