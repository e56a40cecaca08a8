package data

// Zones are the time zones to choose from, by IANA name; any other is taken
// too where one is stored.
var Zones = []string{
	"Europe/Rome", "Europe/London", "Europe/Dublin", "Europe/Lisbon", "Europe/Madrid", "Europe/Paris", "Europe/Berlin",
	"Europe/Zurich", "Europe/Vienna", "Europe/Brussels", "Europe/Amsterdam", "Europe/Athens", "Europe/Bucharest",
	"Europe/Warsaw", "Europe/Helsinki", "Europe/Istanbul", "UTC", "America/New_York", "America/Chicago", "America/Denver",
	"America/Los_Angeles", "America/Toronto", "America/Sao_Paulo", "America/Argentina/Buenos_Aires", "Asia/Dubai",
	"Asia/Kolkata", "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland",
}
