/** 钉钉: punches, leave and approvals from the hall's DingTalk; off unless the operator says so. */
@NullMarked
package io.zaigang.dashboard.dingtalk;

import org.jspecify.annotations.NullMarked;
