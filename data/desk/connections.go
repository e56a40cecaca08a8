package desk

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/fetch"
	"vedetta/data/secret"
)

// Networks lists the networks that can be connected, the first choice first.
func (d *Desk) Networks() []data.Network {
	var all []data.Network
	for _, c := range fetch.Connectors() {
		all = append(all, c.Network())
	}
	return all
}

// ConnectionFields are what a network asks for when it is set up.
func (d *Desk) ConnectionFields(n data.Network) []data.ConnectionField {
	if c := fetch.ConnectorOf(n); c != nil {
		return c.Fields()
	}
	return nil
}

// Answers tells whether replies can be sent to a network.
func (d *Desk) Answers(n data.Network) bool {
	_, ok := fetch.ConnectorOf(n).(fetch.Replier)
	return ok
}

// Cost is what a connection costs; false where the network takes no money.
func (d *Desk) Cost(c data.Connection) (data.SourceCost, bool) {
	pricer, ok := fetch.ConnectorOf(c.Network).(fetch.Pricer)
	if !ok {
		return data.SourceCost{}, false
	}
	const page = 100
	cost := data.SourceCost{Page: pricer.Price(c.Settings, page)}
	cost.Spent, cost.Limit = pricer.Spent(c.Settings, c.Cursor, d.Now())
	return cost, true
}

// Units are what a connection used up today of what its network gives for a
// day; false where the network does not count.
func (d *Desk) Units(c data.Connection) (used, most int, ok bool) {
	metered, ok := fetch.ConnectorOf(c.Network).(fetch.Metered)
	if ok {
		used, most = metered.Used(c.Cursor, d.Now())
	}
	return used, most, ok
}

// Connections lists the connections by name.
func (d *Desk) Connections(ctx context.Context) ([]data.Connection, error) {
	return d.store.Connections(ctx)
}

// SecretPlace says where the keys of networks are kept.
type SecretPlace = secret.Place

// The places: in the keyring of the system, in a file that is open or locked,
// in one that is yet to be made, or nowhere: a drill has no networks.
const (
	SecretsInKeyring = secret.InKeyring
	SecretsInFile    = secret.InFile
	SecretsLocked    = secret.InLocked
	SecretsInNewFile = secret.InNewFile
	SecretsNowhere   = secret.Nowhere
)

// UseSecrets keeps the keys of networks in the keyring of the system or, where
// there is none, in a file at path. Without, no network can be set up that needs
// a key.
func (d *Desk) UseSecrets(path string) { d.secrets = secret.Open(path) }

// SecretPlace tells where keys are kept.
func (d *Desk) SecretPlace() SecretPlace { return d.secrets.Place() }

// Unlock opens the file of keys, or makes it with a first passphrase.
func (d *Desk) Unlock(passphrase string) error {
	err := d.secrets.Unlock(passphrase)
	if err == nil {
		d.fetcher.kick()
	}
	return err
}

// TestConnection tries a network with what the person filled in. Of a
// connection that is stored, secrets left empty are those that are kept.
func (d *Desk) TestConnection(ctx context.Context, c data.Connection, secrets map[string]string) (data.ConnectionTest, error) {
	connector, setup, err := d.setup(ctx, c, secrets)
	if err != nil {
		return data.ConnectionTest{}, err
	}
	client := fetch.NewClient(connector, setup, d.clock)
	defer client.Close()
	found, err := connector.Test(ctx, client, setup)
	for i := range found.Sample {
		d.labels.Load().label(&found.Sample[i])
	}
	return found, err
}

// setup joins settings and keys; ErrFetchField names one that is missing.
func (d *Desk) setup(ctx context.Context, c data.Connection, secrets map[string]string) (fetch.Connector, fetch.Setup, error) {
	connector := fetch.ConnectorOf(c.Network)
	if connector == nil {
		return nil, nil, data.Errorf(data.ErrNotFound, "network %q", c.Network)
	}
	setup := fetch.Setup(maps.Clone(c.Settings))
	if setup == nil {
		setup = fetch.Setup{}
	}
	for _, f := range connector.Fields() {
		if f.Secret {
			value, err := d.keyOf(ctx, c, f, secrets)
			if err != nil {
				return nil, nil, err
			}
			setup[f.Key] = value
		}
		if setup[f.Key] = strings.TrimSpace(setup[f.Key]); setup[f.Key] == "" {
			setup[f.Key] = f.Default
		}
		if setup[f.Key] == "" && !f.Optional || len(f.Choices) > 0 && !slices.Contains(f.Choices, setup[f.Key]) {
			return nil, nil, data.Errorf(data.ErrFetchField, "field %q of %s", f.Key, c.Network).With("Field", f.Key)
		}
	}
	return connector, setup, nil
}

func (d *Desk) keyOf(ctx context.Context, c data.Connection, f data.ConnectionField, given map[string]string) (string, error) {
	if value := strings.TrimSpace(given[f.Key]); value != "" || c.ID == 0 {
		return value, nil
	}
	name, err := d.secretName(ctx, c.ID, f.Key)
	if err != nil {
		return "", err
	}
	value, err := d.secrets.Get(name)
	if data.CodeOf(err) == data.ErrNotFound {
		return "", nil
	}
	return value, err
}

// secretName is that of a key of this workspace: others may lie beside it.
func (d *Desk) secretName(ctx context.Context, connection int64, field string) (string, error) {
	id, err := d.store.WorkspaceID(ctx)
	return id + "/" + strconv.FormatInt(connection, 10) + "/" + field, err
}

// shortestPause between two fetches of a connection.
const shortestPause = 5 * time.Minute

// SaveConnection stores a connection, a new one if its ID is 0, and its keys;
// those left empty stay. It is fetched at once unless it is paused.
func (d *Desk) SaveConnection(ctx context.Context, c data.Connection, secrets map[string]string) (id int64, err error) {
	connector, _, err := d.setup(ctx, c, secrets)
	if err != nil {
		return 0, err
	}
	if c.Name = strings.TrimSpace(c.Name); c.Name == "" {
		c.Name = string(c.Network)
	}
	if c.Every > 0 {
		c.Every = max(c.Every, shortestPause)
	}
	kept := map[string]string{}
	for _, f := range connector.Fields() {
		if value := strings.TrimSpace(c.Settings[f.Key]); !f.Secret && value != "" {
			kept[f.Key] = value
		}
	}
	c.Settings = kept
	if id, err = d.store.SaveConnection(ctx, c); err != nil {
		return 0, err
	}
	err = d.keepKeys(ctx, connector, id, secrets)
	if err != nil && c.ID == 0 {
		err = errors.Join(err, d.store.RemoveConnection(ctx, id))
	}
	d.events.ConnectionsChanged.Fire(struct{}{})
	d.fetcher.kick()
	return id, err
}

func (d *Desk) keepKeys(ctx context.Context, connector fetch.Connector, id int64, secrets map[string]string) error {
	for _, f := range connector.Fields() {
		value := strings.TrimSpace(secrets[f.Key])
		if !f.Secret || value == "" {
			continue
		}
		name, err := d.secretName(ctx, id, f.Key)
		if err == nil {
			err = d.secrets.Set(name, value)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// RemoveConnection forgets a connection and its keys. The mentions that it
// brought stay.
func (d *Desk) RemoveConnection(ctx context.Context, id int64) error {
	c, err := d.store.Connection(ctx, id)
	if err != nil {
		return err
	}
	for _, f := range d.ConnectionFields(c.Network) {
		if !f.Secret {
			continue
		}
		name, err := d.secretName(ctx, id, f.Key)
		if err == nil {
			err = d.secrets.Delete(name)
		}
		if err != nil {
			return err
		}
	}
	if err := d.store.RemoveConnection(ctx, id); err != nil {
		return err
	}
	d.events.ConnectionsChanged.Fire(struct{}{})
	return nil
}
