/** Accounts, roles, signing in and out. */
@NullMarked
package io.zaigang.dashboard.account;

import org.jspecify.annotations.NullMarked;
