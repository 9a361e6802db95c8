package io.zaigang.ingest.archive;

/**
 * What one run did.
 *
 * @param segments segments copied
 * @param bytes their size
 * @param ledgers texts copied that say why footage is missing
 * @param deleted segments deleted from the archive
 */
public record ArchiveReport(long segments, long bytes, int ledgers, int deleted) {}
