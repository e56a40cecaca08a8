package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The characters that Chinese and Korean texts use most; a wrong code page
// hardly ever hits one. Japanese is known by its kana.
const (
	commonHan = "的一是不了在人有我他這这個个們们中來来上大為为和國国地到以說说時时要就出會会可也你對对生能而子那得于於著着下自之年過过發发後后作裡里用道行所然家種种事成方多經经麼么去法學学如都同現现當当沒没動动面起看定天分還还進进好小部其些主樣样理心她本前開开但因只從从想實实" +
		"很吃店點点服務务餐廳厅美味價价錢钱買买推薦荐質质量真給给再太位房酒客"
	commonHangul = "이다는에가을의로고하지은한기사아도리서자나대어정시인수그있를일전해보으들게제스여부과장안라내만면우요주합습니없었무음좋너집맛"
)

// han judges what Chinese, Japanese and Korean code pages have in common;
// decided is false for letters that only one of them writes.
func han(r rune) (plausible float64, decided bool) {
	switch {
	case r == utf8.RuneError, r >= 0xE000 && r <= 0xF8FF: // wrong, or for private use
		return -3, true
	case r >= 0x3000 && r <= 0x3020, r >= 0xFF01 && r <= 0xFF5E, r >= 0x2010 && r <= 0x2026: // signs
		return 0.5, true
	case r >= 0xFF61 && r <= 0xFF9F: // narrow kana
		return -0.3, true
	case !unicode.Is(unicode.Han, r) && !unicode.Is(unicode.Hangul, r) && !isKana(r):
		return -0.5, true
	}
	return 0, false
}

func isKana(r rune) bool { return r >= 0x3041 && r <= 0x30FE }

func chinese(_, r, _ rune) float64 {
	if p, ok := han(r); ok {
		return p
	}
	switch {
	case strings.ContainsRune(commonHan, r):
		return 1
	case unicode.Is(unicode.Han, r):
		return 0.3
	}
	return -1
}

func kana(_, r, _ rune) float64 {
	if p, ok := han(r); ok {
		return p
	}
	switch {
	case isKana(r):
		return 1
	case unicode.Is(unicode.Han, r):
		return 0.3
	}
	return -1
}

func hangul(_, r, _ rune) float64 {
	if p, ok := han(r); ok {
		return p
	}
	switch {
	case strings.ContainsRune(commonHangul, r):
		return 1
	case unicode.Is(unicode.Hangul, r):
		return 0.3
	}
	return -0.7
}
