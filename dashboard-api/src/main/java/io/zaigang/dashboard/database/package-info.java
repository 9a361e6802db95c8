/** PostgreSQL: the embedded server that comes along, or one of the operator's own. */
@NullMarked
package io.zaigang.dashboard.database;

import org.jspecify.annotations.NullMarked;
