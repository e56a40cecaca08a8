package desk

import (
	"vedetta/data"
	"vedetta/data/crisis"
)

// TypeQuestions lead in plain words to the type of a crisis; the first one
// comes first.
func (d *Desk) TypeQuestions() []data.TypeQuestion { return crisis.Questions() }

// ClusterOf is how much responsibility people see in a type of crisis.
func (d *Desk) ClusterOf(t data.CrisisType) data.Cluster { return crisis.ClusterOf(t) }

// UsualStrategies are those from which the answer to a type of crisis starts;
// a similar crisis before, or a poor reputation, asks for more.
func (d *Desk) UsualStrategies(t data.CrisisType, similar, poor bool) []data.Strategy {
	return crisis.Default(t, similar, poor)
}

// Advise says what the theory thinks of strategies before they are chosen, as
// CrisisAdvice does of a crisis under way.
func (d *Desk) Advise(t data.CrisisType, similar, poor bool, chosen []data.Strategy) []data.Advice {
	return crisis.Advise(t, similar, poor, chosen)
}
