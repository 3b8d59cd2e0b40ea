# What `make install` puts where, below the prefix.
include(GNUInstallDirs)
install(TARGETS nearness RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${from_program}/nearness.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${from_program}/nearness.bash RENAME nearness
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${from_program}/nearness.zsh RENAME _nearness
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${from_program}/nearness.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(DIRECTORY scenarios evidence DESTINATION ${CMAKE_INSTALL_DATADIR}/nearness)
install(FILES README.md CHANGELOG.md CITATION.cff LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR})
