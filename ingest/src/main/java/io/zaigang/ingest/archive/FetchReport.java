package io.zaigang.ingest.archive;

import io.zaigang.ingest.footage.Gap;
import java.util.List;

/**
 * What became of a span that was fetched.
 *
 * @param brought segments that were brought
 * @param bytes their size
 * @param here segments that were on this disk already
 * @param altered names in the archive whose bytes are not those that were sent, each with both sums
 * @param missing what is in neither place
 */
public record FetchReport(
    int brought, long bytes, int here, List<String> altered, List<Gap> missing) {}
