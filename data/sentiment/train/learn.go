package main

import (
	"math"
	"math/rand/v2"

	"vedetta/data/sentiment"
)

// run is one pass of learning with its own settings; the weights of several
// are averaged.
type run struct {
	nb      float64 // exponent of the naive Bayes scale of a feature
	dropout float64
	rate    float64
	epochs  int
}

var runs = []run{
	{.75, .2, .1, 3},
	{.75, 0, .05, 4},
	{1, 0, .1, 2},
	{.5, .2, .1, 3},
}

const l2 = 5e-4

// weights of K classes, in the order of the rows.
type weights struct {
	classes int
	rows    []float32
	dense   [sentiment.Tongues + 1][sentiment.Dense][]float32 // the last are added to those of each language
	bias    [sentiment.Tongues + 1][]float32
}

const shared = sentiment.Tongues

func newWeights(classes int) *weights {
	w := &weights{classes: classes, rows: make([]float32, sentiment.Rows*classes)}
	for l := range w.bias {
		w.bias[l] = make([]float32, classes)
		for d := range w.dense[l] {
			w.dense[l][d] = make([]float32, classes)
		}
	}
	return w
}

func (w *weights) add(o *weights, by float32) {
	for i, x := range o.rows {
		w.rows[i] += by * x
	}
	for l := range w.bias {
		for k := range w.classes {
			w.bias[l][k] += by * o.bias[l][k]
			for d := range w.dense[l] {
				w.dense[l][d][k] += by * o.dense[l][d][k]
			}
		}
	}
}

// logits of a text, as the program computes them.
func (w *weights) logits(v *sentiment.Vector) []float64 {
	out := make([]float64, w.classes)
	for _, block := range []struct {
		rows []uint32
		by   float32
	}{{v.Words, v.ByWord}, {v.Pieces, v.ByPiece}} {
		for _, row := range block.rows {
			for k := range out {
				out[k] += float64(block.by * w.rows[int(row)*w.classes+k])
			}
		}
	}
	for k := range out {
		out[k] += float64(w.bias[v.Lang][k] + w.bias[shared][k])
		for d, x := range v.Dense {
			out[k] += float64(x * (w.dense[v.Lang][d][k] + w.dense[shared][d][k]))
		}
	}
	return out
}

// task is what is learnt: the class of an example, -1 to leave it out.
type task struct {
	classes int
	classOf func(*example) int
}

// learn averages the weights of the runs.
func learn(set []example, t task, seed uint64) *weights {
	balance := balanced(set, t)
	scales := bayes(set, t)
	done := make([]chan *weights, len(runs))
	for i, r := range runs {
		done[i] = make(chan *weights, 1)
		go func() { done[i] <- r.learn(set, t, balance, scales, seed+uint64(i)) }()
	}
	sum := newWeights(t.classes)
	for _, c := range done {
		sum.add(<-c, 1/float32(len(runs)))
	}
	return sum
}

// balanced gives each example its weight: classes count the same within each
// language, languages by the square root of their size.
func balanced(set []example, t task) []float64 {
	type key struct{ lang, class int }
	totals := map[key]float64{}
	langs := map[int]float64{}
	all := 0.0
	for i := range set {
		if c := t.classOf(&set[i]); c >= 0 {
			totals[key{set[i].lang, c}] += set[i].weight
			langs[set[i].lang] += set[i].weight
			all += set[i].weight
		}
	}
	roots := 0.0
	for _, n := range langs {
		roots += math.Sqrt(n)
	}
	by := make([]float64, len(set))
	for i := range set {
		if c := t.classOf(&set[i]); c >= 0 {
			lang := set[i].lang
			share := math.Sqrt(langs[lang]) / roots * all / float64(t.classes)
			by[i] = set[i].weight * share / totals[key{lang, c}]
		}
	}
	return by
}

// bayes tells for each row how unequally the classes have it: the largest
// distance of a class from the mean of the others, as a logarithm.
func bayes(set []example, t task) []float32 {
	counts := make([]float32, sentiment.Rows*t.classes)
	totals := make([]float64, t.classes)
	for i := range set {
		x := &set[i]
		c := t.classOf(x)
		if c < 0 {
			continue
		}
		totals[c] += x.weight
		for _, rows := range [][]uint32{x.vector.Words, x.vector.Pieces} {
			for _, row := range rows {
				counts[int(row)*t.classes+c] += float32(x.weight)
			}
		}
	}
	scales := make([]float32, sentiment.Rows)
	share := make([]float64, t.classes)
	for row := range scales {
		sum := 0.0
		for c := range share {
			share[c] = (float64(counts[row*t.classes+c]) + 1) / (totals[c] + 2)
			sum += share[c]
		}
		most := 0.0
		for _, p := range share {
			most = max(most, math.Abs(math.Log(p/((sum-p)/float64(t.classes-1)))))
		}
		scales[row] = float32(most + .05)
	}
	return scales
}

func (r run) learn(set []example, t task, balance []float64, nb []float32, seed uint64) *weights {
	scales := make([]float32, len(nb))
	for i, x := range nb {
		scales[i] = float32(math.Pow(float64(x), r.nb))
	}
	l := learner{run: r, w: newWeights(t.classes), g: newWeights(t.classes), scales: scales, random: rand.New(rand.NewPCG(seed, 7))}
	order := make([]int, 0, len(set))
	for i := range set {
		if balance[i] > 0 {
			order = append(order, i)
		}
	}
	for range r.epochs {
		l.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l.see(&set[i].vector, t.classOf(&set[i]), float32(balance[i]))
		}
	}
	for row, s := range scales {
		for k := range t.classes {
			l.w.rows[row*t.classes+k] *= s
		}
	}
	return l.w
}

// learner is AdaGrad for the multinomial logistic loss.
type learner struct {
	run
	w, g   *weights // g sums the squares of the gradients
	scales []float32
	random *rand.Rand

	rows   []uint32
	values []float32
	errs   []float32
}

func (l *learner) see(v *sentiment.Vector, class int, weight float32) {
	l.gather(v)
	l.errs = l.predict(v, l.errs[:0])
	for k := range l.errs {
		if k == class {
			l.errs[k]--
		}
		l.errs[k] *= weight
	}
	classes := l.w.classes
	for i, row := range l.rows {
		at := int(row) * classes
		for k, e := range l.errs {
			l.step(&l.w.rows[at+k], &l.g.rows[at+k], e*l.values[i])
		}
	}
	for _, lang := range [...]int{v.Lang, shared} {
		for k, e := range l.errs {
			l.step(&l.w.bias[lang][k], &l.g.bias[lang][k], e)
			for d, x := range v.Dense {
				if x != 0 {
					l.step(&l.w.dense[lang][d][k], &l.g.dense[lang][d][k], e*x)
				}
			}
		}
	}
}

func (l *learner) step(w, g *float32, gradient float32) {
	gradient += l2 * *w
	*g += gradient * gradient
	*w -= float32(l.rate) * gradient / (float32(math.Sqrt(float64(*g))) + 1e-6)
}

func (l *learner) gather(v *sentiment.Vector) {
	l.rows, l.values = l.rows[:0], l.values[:0]
	keep := float32(1 / (1 - l.dropout))
	for _, block := range []struct {
		rows []uint32
		by   float32
	}{{v.Words, v.ByWord}, {v.Pieces, v.ByPiece}} {
		for _, row := range block.rows {
			if l.dropout > 0 && l.random.Float64() < l.dropout {
				continue
			}
			l.rows = append(l.rows, row)
			l.values = append(l.values, block.by*l.scales[row]*keep)
		}
	}
}

func (l *learner) predict(v *sentiment.Vector, out []float32) []float32 {
	for k := range l.w.classes {
		sum := l.w.bias[v.Lang][k] + l.w.bias[shared][k]
		for d, x := range v.Dense {
			sum += x * (l.w.dense[v.Lang][d][k] + l.w.dense[shared][d][k])
		}
		out = append(out, sum)
	}
	for i, row := range l.rows {
		for k := range out {
			out[k] += l.values[i] * l.w.rows[int(row)*l.w.classes+k]
		}
	}
	softmax(out)
	return out
}

func softmax[F float32 | float64](x []F) {
	top, sum := x[0], F(0)
	for _, v := range x {
		top = max(top, v)
	}
	for i, v := range x {
		x[i] = F(math.Exp(float64(v - top)))
		sum += x[i]
	}
	for i := range x {
		x[i] /= sum
	}
}
