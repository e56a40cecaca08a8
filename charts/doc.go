// Package charts draws series of numbers: sentiment over time as stacked bars
// with the line of net sentiment, on go-chart with series of our own.
//
// Neighbours: the screens ask for an image, package report for the same
// drawing on a vector page. charts imports data and assets, no Fyne, no SQL.
//
// Rules: lengths are given in logical pixels and multiplied by a scale, so a
// chart looks the same on every display and on paper. go-chart 2.1.2 has fixed
// pixel margins and mixes up the ticks of its two y axes; therefore its axes
// are switched off, and grid, axes and labels are series here.
package charts
