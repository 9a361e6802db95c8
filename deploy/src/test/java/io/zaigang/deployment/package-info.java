/**
 * Files for systemd, containers, Prometheus and Grafana, held against the programs they speak of.
 */
package io.zaigang.deployment;
