package io.zaigang.job.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClusterMainTest {

  @Test
  void failsTheApplicationInsteadOfEndingTheProcess() {
    assertThatThrownBy(
            () ->
                ClusterMain.main(
                    new String[] {
                      "--site=/nowhere/site.yaml",
                      "--data=/nowhere",
                      "--dashboard=http://127.0.0.1:1",
                      "--token-file=/nowhere/token"
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not started");
  }
}
