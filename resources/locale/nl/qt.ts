<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- What Qt's own Dutch lacks or calls otherwise. After a change: .venv/bin/pyside6-lrelease resources/locale/nl/qt.ts -->
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>QFileDialog</name>
    <message><source>&amp;Look in:</source><translation>Zoeken &amp;in:</translation></message>
    <message><source>Files of &amp;type:</source><translation>Soort &amp;bestand:</translation></message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message><source>Drive</source><translation>Schijf</translation></message>
    <message><source>Folder</source><translation>Map</translation></message>
    <message><source>Shortcut</source><translation>Snelkoppeling</translation></message>
    <message><source>Alias</source><translation>Snelkoppeling</translation></message>
    <message><source>File</source><translation>Bestand</translation></message>
    <message><source>%1 File</source><translation>%1-bestand</translation></message>
    <message><source>Unknown</source><translation>Onbekend</translation></message>
    <message>
        <source>File Folder</source><comment>Match Windows Explorer</comment><translation>Map</translation>
    </message>
    <message>
        <source>Folder</source><comment>All other platforms</comment><translation>Map</translation>
    </message>
    <message>
        <source>Shortcut</source><comment>All other platforms</comment><translation>Snelkoppeling</translation>
    </message>
    <message>
        <source>Alias</source><comment>macOS Finder</comment><translation>Snelkoppeling</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message><source>Return</source><translation>Enter</translation></message>
</context>
</TS>
