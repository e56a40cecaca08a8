package ingest

import (
	"archive/zip"
	"bytes"
	"regexp"
	"strings"

	"vedetta/data"
)

// magics are the beginnings of files that are no text. Where at says so, they
// stand further in.
var magics = []struct {
	code  data.Code
	kind  string
	magic string
	at    int
}{
	{data.ErrFileBinary, "PDF", "%PDF-", 0},
	{data.ErrFileBinary, "PostScript", "%!PS", 0},
	{data.ErrFileBinary, "RTF", `{\rtf`, 0},
	{data.ErrFileBinary, "PNG", "\x89PNG", 0},
	{data.ErrFileBinary, "JPEG", "\xFF\xD8\xFF", 0},
	{data.ErrFileBinary, "GIF", "GIF8", 0},
	{data.ErrFileBinary, "WebP", "WEBPVP8", 8},
	{data.ErrFileBinary, "TIFF", "II*\x00", 0},
	{data.ErrFileBinary, "TIFF", "MM\x00*", 0},
	{data.ErrFileBinary, "HEIC", "ftyphei", 4},
	{data.ErrFileBinary, "MP4", "ftyp", 4},
	{data.ErrFileBinary, "MP3", "ID3\x03", 0},
	{data.ErrFileBinary, "MP3", "ID3\x04", 0},
	{data.ErrFileBinary, "WAV", "WAVEfmt", 8},
	{data.ErrFileBinary, "SQLite", "SQLite format 3\x00", 0},
	{data.ErrFileBinary, "Access", "\x00\x01\x00\x00Standard ", 0},
	{data.ErrFileBinary, "Parquet", "PAR1\x15", 0},
	{data.ErrFileBinary, "EXE", "MZ\x90\x00", 0},
	{data.ErrFileBinary, "ELF", "\x7fELF", 0},
	{data.ErrArchiveOther, "RAR", "Rar!\x1a", 0},
	{data.ErrArchiveOther, "7z", "7z\xBC\xAF\x27\x1C", 0},
	{data.ErrArchiveOther, "bzip2", "1AY&SY", 4},
	{data.ErrArchiveOther, "xz", "\xFD7zXZ", 0},
	{data.ErrArchiveOther, "zstd", "\x28\xB5\x2F\xFD", 0},
	{data.ErrArchiveOther, "tar", "ustar", 257},
	{data.ErrArchiveNested, "gzip", gzipMagic, 0},
}

// mail is how saved e-mails begin: lines of headers.
var mail = regexp.MustCompile(`^(From \S+@\S+ .*\r?\n)?((Return-Path|Received|Delivered-To|X-[\w-]+|MIME-Version|Message-ID|From|Date|Subject|To): .*\r?\n([ \t].*\r?\n)*){2}`)

// checkBinary refuses what is no text, by its beginning or by its bytes.
func checkBinary(head []byte, e textEncoding) error {
	for _, m := range magics {
		if len(head) >= m.at && bytes.HasPrefix(head[m.at:], []byte(m.magic)) {
			return data.Errorf(m.code, "begins like a %s", m.kind).With("Kind", m.kind)
		}
	}
	text := e.decode(head)
	if mail.Match(text[:min(len(text), 8<<10)]) {
		return data.Errorf(data.ErrFileEmail, "begins like an e-mail")
	}
	control := 0
	for _, c := range text {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' {
			control++
		}
	}
	// A few NUL bytes happen in real exports; one in twenty does not.
	if control*20 > len(text) {
		return data.Errorf(data.ErrFileBinary, "%d of %d bytes are control characters", control, len(text)).With("Kind", "binary")
	}
	return nil
}

// zipKinds are documents that are ZIP files, by a file in them or, if it is
// there, by their media type.
var zipKinds = []struct {
	code data.Code
	kind string
	file string
	says string
}{
	{data.ErrFileSaveAs, "XLSB", "xl/workbook.bin", ""},
	{data.ErrFileSaveAs, "Numbers", "Index/Document.iwa", ""},
	{data.ErrFileSaveAs, "Numbers", "Index.zip", ""},
	{data.ErrFileBinary, "DOCX", "word/document.xml", ""},
	{data.ErrFileBinary, "PPTX", "ppt/presentation.xml", ""},
	{data.ErrFileBinary, "ODT", "mimetype", "application/vnd.oasis.opendocument.text"},
	{data.ErrFileBinary, "ODP", "mimetype", "application/vnd.oasis.opendocument.presentation"},
	{data.ErrFileBinary, "EPUB", "mimetype", "application/epub+zip"},
	{data.ErrFileBinary, "APK", "AndroidManifest.xml", ""},
	{data.ErrFileBinary, "JAR", "META-INF/MANIFEST.MF", ""},
}

// otherKind refuses a ZIP file that is a document and no archive; nil for
// archives and workbooks.
func otherKind(z *zip.Reader) error {
	for _, f := range z.File {
		for _, k := range zipKinds {
			if f.Name == k.file && strings.HasPrefix(begins(f, k.says), k.says) {
				return data.Errorf(k.code, "holds %s", k.file).With("Kind", k.kind)
			}
		}
	}
	return nil
}

// begins gives as many bytes of a file as the text that it may begin with.
func begins(f *zip.File, like string) string {
	if like == "" {
		return ""
	}
	r, err := f.Open()
	if err != nil {
		return ""
	}
	defer r.Close()
	head := make([]byte, len(like))
	n, _ := r.Read(head) // a media type is stored, and short
	return string(head[:n])
}
