/** Time series in InfluxDB: connection, database, retention, and what still waits for it. */
@NullMarked
package io.zaigang.dashboard.series;

import org.jspecify.annotations.NullMarked;
