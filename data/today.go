package data

// Today is what the person has got done since midnight. What was taken back is
// not in it.
type Today struct {
	Answered   int       // mentions with a reply of ours sent today
	Archived   int       // mentions that were archived today and still are
	Tagged     int       // mentions with a tag that was put on today
	FirstReply ReplyTime // over those answered for the first time today
}

// Anything tells whether something was done at all.
func (t Today) Anything() bool { return t.Answered+t.Archived+t.Tagged > 0 }
