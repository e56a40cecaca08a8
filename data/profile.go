package data

import "strings"

// Profile is what replies say about the business and who writes for it.
type Profile struct {
	Business  string `json:"business,omitempty"`
	Person    string `json:"person,omitempty"`
	Signature string `json:"signature,omitempty"`
	Email     string `json:"email,omitempty"`
	Phone     string `json:"phone,omitempty"`
	Web       string `json:"web,omitempty"`
	Address   string `json:"address,omitempty"`
	Channel   string `json:"channel,omitempty"` // where updates are published
	// Formal is true for Lei.
	Formal bool `json:"formal,omitempty"`
	// Own are the handles of our own accounts.
	Own []string `json:"own,omitempty"`
}

// SignedAs is the signature or, without one, who writes for which business.
func (p Profile) SignedAs() string {
	if p.Signature != "" {
		return p.Signature
	}
	return join(", ", p.Person, p.Business)
}

// Contact is how to reach the business: e-mail and phone, else its pages.
func (p Profile) Contact() string {
	if direct := join(", ", p.Email, p.Phone); direct != "" {
		return direct
	}
	return p.Web
}

// Trimmed is the profile without the blanks around its parts, and own handles
// without @, blanks and repetitions.
func (p Profile) Trimmed() Profile {
	for _, part := range []*string{&p.Business, &p.Person, &p.Signature, &p.Email, &p.Phone, &p.Web, &p.Address, &p.Channel} {
		*part = strings.TrimSpace(*part)
	}
	var own []string
	seen := map[string]bool{}
	for _, handle := range p.Own {
		handle = strings.TrimLeft(strings.TrimSpace(handle), "@")
		if low := strings.ToLower(handle); handle != "" && !seen[low] {
			seen[low] = true
			own = append(own, handle)
		}
	}
	p.Own = own
	return p
}

// IsOwn tells whether an author is one of our own accounts.
func (p Profile) IsOwn(a Author) bool {
	for _, handle := range p.Own {
		if a.Handle != "" && strings.EqualFold(handle, strings.TrimLeft(a.Handle, "@")) {
			return true
		}
	}
	return false
}

// join puts the parts that are not empty together.
func join(between string, parts ...string) string {
	var given []string
	for _, part := range parts {
		if part != "" {
			given = append(given, part)
		}
	}
	return strings.Join(given, between)
}
