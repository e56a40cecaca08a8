package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"vedetta/data"
)

// The keys of the settings table.
const (
	SettingName = "name" // the business
	SettingZone = "zone" // IANA name of the time zone in which days are counted
	// SettingEvidence is "off" when imports keep no rows.
	SettingEvidence = "evidence"
	// SettingTaught is how many corrections there were when the model last
	// learnt from them.
	SettingTaught = "taught"
	// SettingCopies is "shown" when lists show copies of mentions one by one.
	SettingCopies = "copies"
	// SettingOrder is how lists are sorted, a data.Order.
	SettingOrder = "order"
	// SettingSensitivity is how sure the detectors must be.
	SettingSensitivity = "sensitivity"
	// SettingDetected is what the detectors last found out about the workspace
	// beside incidents, as JSON.
	SettingDetected = "detected"
	// SettingDigestRead is when the person last read what happened meanwhile:
	// wall clock, RFC 3339.
	SettingDigestRead = "digest_read_at"
	// SettingProfile is what replies say about the business, as JSON.
	SettingProfile = "profile"
	// settingID tells this workspace from others on the same machine.
	settingID = "id"
	// SettingDryRun is not empty while nothing leaves the outbox by itself.
	SettingDryRun = "dry_run"
	// SettingOffice is when the business answers, as JSON.
	SettingOffice = "office"
)

// DefaultZone is the zone of a new workspace.
const DefaultZone = "Europe/Rome"

// Setting reads a workspace setting, "" if it was never stored.
func (s *Store) Setting(ctx context.Context, key string) (string, error) {
	var v string
	err := s.reader.QueryRowContext(ctx, `SELECT value FROM settings WHERE key = ?`, key).Scan(&v)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return v, explain(err, s.path)
}

// SetSetting stores a workspace setting. The zone has its own method, SetZone.
func (s *Store) SetSetting(ctx context.Context, key, value string) error {
	return s.write(ctx, func(tx *sql.Tx) error { return putSetting(ctx, tx, key, value) })
}

// WorkspaceID is a name that no other workspace has.
func (s *Store) WorkspaceID(ctx context.Context) (string, error) {
	id, err := s.Setting(ctx, settingID)
	if err != nil || id != "" {
		return id, err
	}
	err = s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO settings VALUES (?, ?)`, settingID, strings.ToLower(rand.Text()))
		return err
	})
	if err != nil {
		return "", err
	}
	return s.Setting(ctx, settingID)
}

func putSetting(ctx context.Context, tx *sql.Tx, key, value string) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO settings VALUES (?, ?)
		ON CONFLICT (key) DO UPDATE SET value = excluded.value`, key, value)
	return err
}

// Zone is the zone in which days are counted and times are shown.
func (s *Store) Zone() *time.Location {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.zone
}

// SetZone stores the zone and counts the days anew.
func (s *Store) SetZone(ctx context.Context, name string) error {
	zone, err := time.LoadLocation(name)
	if err != nil || name == "" {
		return fmt.Errorf("zone %q: %w", name, err)
	}
	err = s.write(ctx, func(tx *sql.Tx) error {
		if err := putSetting(ctx, tx, SettingZone, name); err != nil {
			return err
		}
		return recount(ctx, tx, zone)
	})
	if err != nil {
		return err
	}
	s.mu.Lock()
	s.zone = zone
	s.mu.Unlock()
	return nil
}

func (s *Store) loadZone(ctx context.Context) error {
	name, err := s.Setting(ctx, SettingZone)
	if err != nil {
		return err
	}
	if name == "" {
		name = DefaultZone
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return data.Errorf(data.ErrWorkspaceBroken, "zone %q: %v", name, err)
	}
	s.mu.Lock()
	s.zone = zone
	s.mu.Unlock()
	return nil
}
