package ingest

import (
	"testing"

	"vedetta/data"
)

func TestCountsAreReadAsToolsWriteThem(t *testing.T) {
	for text, want := range map[string]int64{
		"1250": 1250, "1,250": 1250, "1.250": 1250, "1 250": 1250, "1\u202f250": 1250, "1'250": 1250, "1.250.000": 1250000, "12.0": 12, "12,4": 12,
		"1.2K": 1200, "1,2 k": 1200, "3,4 mln": 3400000, "3.4M": 3400000, "2 mila": 2000, "1,2 Tsd.": 1200, "3 Mio.": 3000000, "1,2 mil": 1200, "1B": 1e9, "1K+": 1000,
		"12 mi piace": 12, "41 people found this helpful": 41, "One person found this helpful": 1, "1,250.00": 1250, "0": 0,
		"": data.Unknown, "N/A": data.Unknown, "nan": data.Unknown, "-": data.Unknown, "None": data.Unknown, "-5": data.Unknown, "Mi piace": data.Unknown, "24/02/2015": data.Unknown, "12:30": data.Unknown, "24 feb 2015": data.Unknown, "5-7": data.Unknown, "99999999999999999999": data.Unknown,
	} {
		if got := count(text); got != want {
			t.Errorf("%q read as %d, want %d", text, got, want)
		}
	}
}

func TestRatingsAreBroughtToFiveStars(t *testing.T) {
	for text, want := range map[string]float64{
		"4": 4, "4,5": 4.5, "4.0": 4, "FIVE": 5, "5 stelle": 5, "4/5": 4, "4 / 5": 4, "8/10": 4, "1/10": 1, "80 %": 4, "80%": 4, "★★★★☆": 4, "⭐⭐": 2,
		"5.0 out of 5 stars": 5, "4,0 su 5 stelle": 4, "4,0 von 5 Sternen": 4, "4,0 sur 5 étoiles": 4, "3,0 de 5 estrellas": 3, "Rated 4 out of 5": 4, "five stars": 5, "9 out of 10": 4.5,
		"": 0, "0": 0, "8": 0, "N/A": 0, "-1": 0, "Excellent": 0, "6/5": 0, "waited 5 minutes": 0, "5 minutes of waiting": 0, "one of the best": 0, "4.5 of 5": 4.5, "24/02/2015": 0, "1/3/2015": 0, "uno": 1,
	} {
		if got := rating(text); got != want {
			t.Errorf("%q read as %g, want %g", text, got, want)
		}
	}
}

func TestIdsThatASpreadsheetHasRoundedAreTold(t *testing.T) {
	for id, want := range map[string]bool{
		"5.70306E+17": true, "1,22158E+17": true, "5E+17": true, "1e18": true,
		"570306133677760513": false, "": false, "E5": false, "5E": false, "a5e7": false, "1.E5": false, "12.5E+17": false, "1e8f": false, "c:5e17": false,
	} {
		if got := scientific(id); got != want {
			t.Errorf("%q: %v", id, got)
		}
	}
}

func BenchmarkCount(b *testing.B) {
	for b.Loop() {
		if count("1,250") != 1250 || count("17") != 17 {
			b.Fatal("misread")
		}
	}
}
