package io.zaigang.dashboard.punch;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of punches and make-ups. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PunchSettings.class)
class PunchConfiguration {}
